import { type Fact, type FactName, factNames } from '#lib/domain/fact.ts';
import type { CandidateTurn } from '#lib/domain/transcript.ts';
import { clauseAround } from './clause.ts';
import { type FactPattern, factPatterns } from './fact-patterns.ts';
import { findOtherTeam } from './other-team.ts';
import { namedPerson } from './people.ts';
import { RecentlyRead } from './recently-read.ts';
import { type Span, splitSentences } from './sentences.ts';
import { spokenNoun } from './spoken-noun.ts';
import { isUnreal } from './unreal.ts';

interface Sighting {
  fact: FactName;
  turn: CandidateTurn;
  clause: Span;
  /** A noun of its own for the one who did it, or null for a pronoun or nobody. */
  who: string | null;
}

const onlyNamed = new RegExp(`^${namedPerson}$`, 'u');

/**
 * The facts the candidate has told, at most one of each name, in the order of `factNames`: the first clear mention.
 * `value` is given for decider (the named person who said no; where nobody did, who decided) and for other_team (where
 * it owns the thing or takes it over), else null.
 * Negated and supposed statements do not count; what is doubtful is left out, since a fact opens questions that
 * presuppose it.
 * @param turns the candidate's turns of the present story, the answer first
 */
export function readFacts(turns: readonly CandidateTurn[]): Fact[] {
  const sightings = sightingsIn(turns);
  return factNames.flatMap((name): Fact[] => {
    if (name === 'other_team') return otherTeam(turns);
    if (name === 'decider') return decider(sightings);
    const found = sightings.find(({ fact }) => fact === name);
    return found ? [{ name, value: null, evidence: evidenceOf(found) }] : [];
  });
}

/** Facts whose later mentions matter too, until one names the person. */
const personal: ReadonlySet<FactName> = new Set(['resistance', 'decision_made']);

function sightingsIn(turns: readonly CandidateTurn[]): Sighting[] {
  const sightings: Sighting[] = [];
  const settled = new Set<FactName>();
  for (const turn of turns) {
    for (const sentence of splitSentences(turn.text)) {
      if (isQuestion(sentence)) continue;
      for (const factPattern of factPatterns) {
        const { fact, trigger } = factPattern;
        if (settled.has(fact) || trigger?.test(sentence.text) === false) continue;
        const sighting = sightingOf(factPattern, turn, sentence);
        if (!sighting) continue;
        sightings.push(sighting);
        if (!personal.has(fact) || sighting.who !== null) settled.add(fact);
      }
    }
  }
  return sightings;
}

function sightingOf(pattern: FactPattern, turn: CandidateTurn, sentence: Span): Sighting | null {
  const { start, text } = sentence;
  const found = told.get(pattern)?.recall(text, () => toldIn(pattern, text));
  if (!found) return null;
  const clause = {
    text: found.clause.text,
    start: start + found.clause.start,
    end: start + found.clause.end,
  };
  return { fact: pattern.fact, turn, clause, who: found.who };
}

type Told = Pick<Sighting, 'clause' | 'who'> | null;

/** An interview reads the same sentences again at every turn, and once more to speak about them. */
const told = new Map(factPatterns.map((pattern) => [pattern, new RecentlyRead<Told>(1000)]));

function toldIn({ pattern }: FactPattern, text: string): Told {
  const sentence: Span = { start: 0, end: text.length, text };
  for (const match of text.matchAll(pattern)) {
    const clause = clauseAround(sentence, match.index, match.index + match[0].length);
    const before = text.slice(Math.min(clause.start, match.index), match.index);
    if (isUnreal(before) || onOwnTeam.test(before)) continue;
    const who = (match.groups?.who ?? match.groups?.person)?.trim() ?? null;
    return { clause, who: who !== null && onlyNamed.test(who) ? who : null };
  }
  return null;
}

/** "We on the mobile team were not convinced": the teller's own side. */
const onOwnTeam = /\bwe (?:on|in|at) (?:\w+ )*$/iu;

function isQuestion(sentence: Span): boolean {
  return sentence.text.endsWith('?') && !/["“”]/u.test(sentence.text);
}

function evidenceOf({ turn, clause }: Pick<Sighting, 'turn' | 'clause'>) {
  return { turnId: turn.id, quote: clause.text, start: clause.start, end: clause.end };
}

function decider(sightings: readonly Sighting[]): Fact[] {
  const resisted = sightings.filter(({ fact }) => fact === 'resistance');
  const candidates =
    resisted.length > 0 ? resisted : sightings.filter(({ fact }) => fact === 'decision_made');
  const found = candidates.find(({ who }) => who !== null);
  if (!found || found.who === null) return [];
  return [{ name: 'decider', value: spokenNoun(found.who), evidence: evidenceOf(found) }];
}

/** What owns the thing, or takes it over: the only relations in which a team can be named in a question unasked. */
const owns =
  /\b(?:belong(?:s|ed|ing)?|own(?:s|ed|er|ers|ing)?|responsible|maintain(?:s|ed)?|in charge|run by|theirs|not (?:mine|ours|my|our))\b|team['’]s\b/iu;
const takesOver =
  /\b(?:gave|given|hand(?:s|ed)?|mov(?:e|ed)|brought|showed|sent|took|transition(?:ed)?|adopted|copied|us(?:e|es|ed|ing)|has it|have it|merged)\b/iu;

/** The first mention of another team; its name is given where the team owns the thing or takes it over. */
function otherTeam(turns: readonly CandidateTurn[]): Fact[] {
  const mentions = turns.flatMap((turn) =>
    splitSentences(turn.text).flatMap((sentence) => {
      const found = findOtherTeam(sentence, turn.text);
      if (!found) return [];
      const clause = clauseAround(
        sentence,
        found.span.start - sentence.start,
        found.span.end - sentence.start,
      );
      return isUnreal(clause.text) ? [] : [{ turn, clause, value: found.value }];
    }),
  );
  const telling = [owns, takesOver].map((relation) =>
    mentions.find(({ clause }) => relation.test(clause.text)),
  );
  const named = telling.find((mention) => mention !== undefined);
  const mention = named ?? mentions[0];
  return mention
    ? [{ name: 'other_team', value: named ? named.value : null, evidence: evidenceOf(mention) }]
    : [];
}
