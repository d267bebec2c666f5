import type { Evidence } from '#lib/domain/evidence.ts';
import { foldedWords } from '#lib/domain/fold-text.ts';
import { fillSlots } from '#lib/domain/interviewer-script.ts';
import { asksAboutStory, type Move, type QuestionMove } from '#lib/domain/move.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { quotations, speechSentences } from '#lib/domain/speech-sentences.ts';
import type { BarRaiserTurn, CandidateTurn, Transcript } from '#lib/domain/transcript.ts';
import { clauseAround } from './clause.ts';
import { hooksFor } from './hook.ts';
import { shuffled } from './openings.ts';
import { quotable } from './quotable.ts';
import { splitSentences } from './sentences.ts';
import type { Wordings } from './wordings.ts';

interface Material {
  transcript: Transcript;
  scenario: Scenario;
  wordings: Wordings;
  random: () => number;
}

/** How often a question is led in by the candidate's own words where they can be quoted, and by plain words else. */
const quotedShare = 0.85;
/** A documented probe speaks for itself more often. */
const documentedQuotedShare = 0.75;
const plainShare = 0.45;
/** Longer evidence holds whole clauses of its own. */
const longestPhrase = 9;

/**
 * Ways to say a move, the preferred one first; the move's own wording is always among them. Whether one may be said
 * is for the speech check to tell.
 */
export function waysToSay(move: Move, material: Material): string[] {
  if (move.kind === 'contradiction') return [...contradictions(move, material), move.wording];
  if (move.kind === 'meta' && move.meta === 'repeat')
    return [...repeats(move.wording, material), move.wording];
  if (move.kind === 'meta' && move.meta === 'clarify') return [...rephrasings(material), move.wording];
  return asksAboutStory(move) ? questions(move, material) : [move.wording];
}

function questions(move: Exclude<QuestionMove, { kind: 'contradiction' }>, material: Material): string[] {
  const { random } = material;
  const lead = (template: string) => `${template} ${move.wording}`;
  const plain = shuffled(plainLeads(move, material), random).map(lead);
  const quoted = shuffled(quoteLeads(move, material), random).map(lead);
  const bare = [move.wording];
  const quoteFirst = random() < (move.followUpId === null ? quotedShare : documentedQuotedShare);
  const plainFirst = random() < plainShare;
  const unquoted = plainFirst ? [...plain, ...bare] : [...bare, ...plain];
  return quoteFirst ? [...quoted, ...unquoted] : [...unquoted, ...quoted];
}

/** Lead-ins without the candidate's words. None that turns to another topic before a question that points back. */
function plainLeads(
  move: Exclude<QuestionMove, { kind: 'contradiction' }>,
  { transcript, wordings: { plain } }: Material,
): string[] {
  const begun = transcript.some((turn) => turn.speaker === 'bar_raiser' && asksAboutStory(turn.move));
  if (!begun) return plain.first;
  if (move.kind === 'dig') return plain.dig[move.angle === 1 ? 1 : 2];
  if (move.kind === 'depth') return plain.depth;
  return pointsBack.test(move.wording) ? [] : plain[move.kind];
}

/** "Which part of that was yours?" needs what it points to just before it. */
const pointsBack = /\b(?:of|about|by|with|for|from|in|did|does|was|is|had|if|would|has) that\b/iu;

/** Lead-ins with the candidate's words in them; none when the question names the same thing anyway. */
function quoteLeads(move: QuestionMove, material: Material): string[] {
  const { transcript, scenario, wordings } = material;
  const shared = move.aims[0] === 'ownership';
  const given = move.phrase && { turnId: move.phrase.turnId, quote: clauseOf(move.phrase, transcript) };
  for (const { turnId, quote } of hooksFor(move, given, transcript, scenario)) {
    const phrase = quotable(quote, { shared });
    if (phrase === null || wasQuoted(phrase, transcript) || namesTheSame(phrase, move.wording)) continue;
    if (shared && pointsBack.test(move.wording) && !/^we\b/iu.test(phrase)) continue;
    const justSaid = lastCandidateTurn(transcript)?.id === turnId;
    const templates = justSaid ? wordings.quote_just_said : wordings.quote_earlier;
    return templates.map((template) => fillSlots(template, { phrase }));
  }
  return [];
}

/** The whole clause the phrase is part of: a phrase may have been picked by its first words alone. */
function clauseOf({ turnId, quote, start, end }: Evidence, transcript: Transcript): string {
  const turn = transcript.find(({ id }) => id === turnId);
  const sentence = splitSentences(turn?.text ?? '').find((span) => span.start <= start && start < span.end);
  if (!sentence || quote.split(/\s+/u).length > longestPhrase) return quote;
  const from = start - sentence.start;
  return clauseAround(sentence, from, Math.min(end, sentence.end) - sentence.start, Number.POSITIVE_INFINITY)
    .text;
}

const slight = new Set(
  'i we you he she they it the a an of to in on at by for from with and or that this was were is are did do what which who how why when where your my our their had have'.split(
    ' ',
  ),
);

function namesTheSame(phrase: string, question: string): boolean {
  const asked = new Set(foldedWords(question).filter((word) => !slight.has(word)));
  return foldedWords(phrase).some((word) => !slight.has(word) && asked.has(word));
}

function wasQuoted(phrase: string, transcript: Transcript): boolean {
  return transcript.some((turn) => turn.speaker === 'bar_raiser' && turn.text.includes(phrase));
}

function lastCandidateTurn(transcript: Transcript): CandidateTurn | null {
  return transcript.findLast((turn): turn is CandidateTurn => turn.speaker === 'candidate') ?? null;
}

function contradictions(
  move: Extract<Move, { kind: 'contradiction' }>,
  { wordings, random }: Material,
): string[] {
  if (!move.phrase) return [];
  const first = sayable(move.phrase.quote);
  const second = sayable(move.other.quote);
  if (first === null || second === null) return [];
  const asking = shuffled(wordings.contradiction.question, random);
  return shuffled(wordings.contradiction.lead, random).map(
    (template, index) => `${fillSlots(template, { first, second })} ${asking[index % asking.length]}`,
  );
}

/** Both statements have to be named, so short ones are taken as they are. */
function sayable(quote: string): string | null {
  const trimmed = quote.trim().replace(/[\s,;:.!?]+$/u, '');
  return foldedWords(trimmed).length <= 9 && !/["“”]/u.test(trimmed) ? trimmed : quotable(quote);
}

/** The question that waits for an answer: the last thing said that was no reply to a meta turn. */
function openQuestion(transcript: Transcript): BarRaiserTurn | null {
  return (
    transcript.findLast(
      (turn): turn is BarRaiserTurn => turn.speaker === 'bar_raiser' && turn.move.kind !== 'meta',
    ) ?? null
  );
}

/** Said again word for word, with the quotation it hangs on, without the words that only led in. */
function repeats(wording: string, { transcript, scenario, wordings, random }: Material): string[] {
  const open = openQuestion(transcript);
  if (!open || !asksAboutStory(open.move) || !wording.includes(open.move.wording)) {
    return shuffled(wordings.repeat, random).map((lead) => `${lead} ${scenario.question}`);
  }
  const sentences = speechSentences(open.text);
  const needed = sentences.filter(
    (sentence, index) => index === sentences.length - 1 || quotations(sentence).length > 0,
  );
  return shuffled(wordings.repeat, random).map((lead) => `${lead} ${needed.join(' ')}`);
}

function rephrasings({ transcript, scenario, wordings, random }: Material): string[] {
  const { lead, story, criteria } = wordings.clarify;
  const open = openQuestion(transcript);
  const criterion = open && asksAboutStory(open.move) ? open.move.aims[0] : undefined;
  if (criterion === undefined) return [`${story} ${scenario.question}`];
  return shuffled(lead, random).map((words) => `${words} ${criteria[criterion]}`);
}
