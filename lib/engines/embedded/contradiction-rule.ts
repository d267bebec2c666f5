import type { CandidateTurn } from '#lib/domain/transcript.ts';
import { readDuration, readNumber } from './quantities.ts';
import { overlap, type Statement } from './statements.ts';

export type Pair = readonly [Statement, Statement];

/** A way in which two statements exclude each other. */
export interface ContradictionRule {
  id: string;
  /** A noun phrase for "You said two things about ...". */
  about: (pair: Pair) => string;
  find: (turns: readonly CandidateTurn[]) => Pair | null;
}

/** A pattern that begins and ends with whole words, whatever the case. */
export function phrase(...sources: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** The first two statements, one of each list and not the same words, that exclude each other; in the order told. */
export function firstPair(
  ones: readonly Statement[],
  others: readonly Statement[],
  exclude: (one: Statement, other: Statement) => boolean,
): Pair | null {
  for (const one of ones) {
    const other = others.find(
      (candidate) => candidate !== one && !overlap(one, candidate) && exclude(one, candidate),
    );
    if (other) return inOrder(one, other);
  }
  return null;
}

function inOrder(one: Statement, other: Statement): Pair {
  const later =
    one.turnIndex > other.turnIndex || (one.turnIndex === other.turnIndex && one.start > other.start);
  return later ? [other, one] : [one, other];
}

export const numberIn = (statement: Statement, group: string) => readNumber(statement.groups[group] ?? '');
export const durationIn = (statement: Statement, group: string) =>
  readDuration(statement.groups[group] ?? '');

/** Whether both are given and one is more than `factor` times the other. */
export function exceeds(one: number | null, other: number | null, factor: number): boolean {
  return one !== null && other !== null && one > factor * other;
}

export function sameWord(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one.toLowerCase() === other.toLowerCase();
}

/** Characters between the beginnings of two statements of one turn; infinite across turns. */
export function distance(one: Statement, other: Statement): number {
  return one.turn.id === other.turn.id ? Math.abs(one.start - other.start) : Number.POSITIVE_INFINITY;
}

/** What is said between two statements of one turn. */
export function between(one: Statement, other: Statement): string {
  const [first, second] = inOrder(one, other);
  return first.turn.text.slice(first.start + first.quote.length, second.start);
}

/** The sentence's words before a statement, at most 120 characters. */
export function leadingUp({ turn, start }: Statement): string {
  const before = turn.text.slice(Math.max(0, start - 120), start);
  return before.slice(
    Math.max(before.lastIndexOf('. '), before.lastIndexOf('! '), before.lastIndexOf('\n')) + 1,
  );
}
