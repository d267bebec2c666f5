import type { Evidence } from './evidence.ts';
import type { FactName } from './fact.ts';
import type { Ledger } from './ledger.ts';
import type { Criterion } from './rubric.ts';
import { type CandidateTurn, scoredTurns, type Transcript } from './transcript.ts';

/** "we traced it", "we'd run it on": the words that hide who did the work. */
const sharedAgency =
  /\bwe(?:['’](?:d|ve))? (?!are|were|have|had|can|could|need|use[ds]?\b)\p{L}{2,}(?: [\p{L}\p{N}'’-]+){0,5}/iu;

/** What was done, as the candidate put it. */
const deed =
  /\b(?:I|we) (?:looked|worked|helped|handled|fixed|made|managed|started|changed|discussed|talked|analy[sz]ed|investigated|checked|tested|built|wrote|set|organi[sz]ed|implemented|improved|found|decided|solved)\b(?: [\p{L}\p{N}'’-]+){1,5}/iu;

/** A change told without its figures. */
const vagueChange =
  /\b(?:(?:went|came|gone|going) (?:down|up)|improv|reduc|increas|decreas|dropp|grew|fell|faster|slower|better|smoother|fewer|less|more)\p{L}*(?: [\p{L}'’-]+){0,4}(?![^.;\n]{0,40}\d)/iu;

const hungOn: Partial<Record<Criterion, RegExp>> = {
  ownership: sharedAgency,
  specificity: deed,
  metric: vagueChange,
  impact: vagueChange,
};

/** The fact that shows a criterion's first question answered already, though nobody asked it. */
const volunteered: Partial<Record<Criterion, FactName>> = { metric: 'measured', dissent: 'decider' };

/** What the candidate said of this criterion without being asked, so that the question can build on it. */
export function volunteeredFor(criterion: Criterion, ledger: Ledger): Evidence | null {
  return ledger.facts.findLast(({ name }) => name === volunteered[criterion])?.evidence ?? null;
}

/** A longer clause is not said again; the words that matched stand for it. */
const clauseWordsAtMost = 16;

/** The whole clause around a match, so that it can be said again as it was said. */
function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  for (const { 0: clause, index } of text.matchAll(/(?:[^;:!?\n"“”().,]|[.,](?!\s|$))+/gu)) {
    if (index > start || index + clause.length < end) continue;
    const words = clause.trim();
    const from = index + clause.indexOf(words);
    return words.split(/\s+/u).length <= clauseWordsAtMost
      ? { start: from, end: from + words.length }
      : { start, end };
  }
  return { start, end };
}

function firstMatch(pattern: RegExp, turns: readonly CandidateTurn[]): Evidence | null {
  for (const turn of turns) {
    const match = pattern.exec(turn.text);
    if (match) {
      const found = clauseAround(turn.text, match.index, match.index + match[0].length);
      return { turnId: turn.id, quote: turn.text.slice(found.start, found.end), ...found };
    }
  }
  return null;
}

/** A quote that a question can build on speaks of the candidate. */
const firstPerson = /\b(?:I|we|my|our|me|us)\b/iu;

export function speaksOfCandidate({ quote }: Evidence): boolean {
  return firstPerson.test(quote);
}

/**
 * The candidate's own words to hang a question about this criterion on: what they volunteered, the shared "we" for
 * ownership, the deed for the steps, the change without a figure for numbers, newest turn first; else the quote on the
 * ledger where it speaks of the candidate. Null where there is nothing to build on.
 */
export function phraseFor(criterion: Criterion, ledger: Ledger, transcript: Transcript): Evidence | null {
  const offered = volunteeredFor(criterion, ledger);
  if (offered) return offered;
  const pattern = hungOn[criterion];
  if (pattern) return firstMatch(pattern, scoredTurns(transcript).toReversed());
  const quoted = ledger.entries.find((entry) => entry.criterion === criterion)?.evidence ?? null;
  return quoted && speaksOfCandidate(quoted) ? quoted : null;
}
