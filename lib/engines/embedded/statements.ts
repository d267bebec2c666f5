import type { Evidence } from '#lib/domain/evidence.ts';
import type { CandidateTurn } from '#lib/domain/transcript.ts';

/** Something the candidate said that a rule compares: its words, and the groups the rule's pattern caught. */
export interface Statement {
  turn: CandidateTurn;
  /** Its place among the turns. */
  turnIndex: number;
  quote: string;
  start: number;
  groups: Readonly<Record<string, string | undefined>>;
}

/** Taken back or supposed in the words just before: "no, forty-one", "it would have taken". */
const takenBack =
  /(?:\b(?:no|not|never|nobody|without|sorry|rather|actually|correction|would|could|might|should|if|planned|estimated|expected|said|says|promised|thought|guessed|claimed|supposed|usually|normally|typically|instead of)\b|n['’]t\b|wait),?(?: \S+){0,4} ?$/iu;

/** Every place in the turns where the pattern (with the g flag) stands and is not taken back or supposed. */
export function statements(turns: readonly CandidateTurn[], pattern: RegExp): Statement[] {
  return turns.flatMap((turn, turnIndex) =>
    [...turn.text.matchAll(pattern)].flatMap((match): Statement[] => {
      const before = turn.text.slice(Math.max(0, match.index - 60), match.index);
      const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1);
      if (takenBack.test(sentence)) return [];
      return [{ turn, turnIndex, quote: match[0], start: match.index, groups: { ...match.groups } }];
    }),
  );
}

export function evidenceFor({ turn, quote, start }: Statement): Evidence {
  return { turnId: turn.id, quote, start, end: start + quote.length };
}

/** Whether two statements are the same place in the same turn, or overlap. */
export function overlap(one: Statement, other: Statement): boolean {
  return (
    one.turn.id === other.turn.id &&
    one.start < other.start + other.quote.length &&
    other.start < one.start + one.quote.length
  );
}
