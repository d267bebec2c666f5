import type { Level } from '#lib/domain/level.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import { type Verdict, verdicts } from '#lib/domain/verdict.ts';
import type { Scorecard } from './scorecard.ts';

/** An interview that has its debrief and its own vote: what trends, records and the next step are made of. */
export interface Attempt {
  interviewId: string;
  scenarioId: string;
  question: string;
  /** When it was begun, in milliseconds since the epoch. */
  at: number;
  scorecard: Scorecard;
}

/** The vote as it reads at a level; null where there was not enough evidence for one. */
export function verdictAt({ scorecard }: Attempt, level: Level): Verdict | null {
  const { vote } = scorecard.votes[level];
  return vote === 'not_enough_evidence' ? null : vote;
}

/** Whether there was a story to score: without one the zeros of an interview say nothing about anything. */
export function wasScored(attempt: Attempt): boolean {
  return verdictAt(attempt, attempt.scorecard.level) !== null;
}

/** The entry of a criterion, or null where the interview was not scored on it. */
export function entryOf(attempt: Attempt, criterion: Criterion): Scorecard['criteria'][number] | null {
  return attempt.scorecard.criteria.find((entry) => entry.criterion === criterion) ?? null;
}

/** What the vote counted of each criterion, 0 to 3: a withheld score is 0. */
export function countedValues({ scorecard }: Attempt): Partial<Record<Criterion, number>> {
  return Object.fromEntries(
    scorecard.criteria.map(({ criterion, score, expected }) => [criterion, score === null ? 0 : expected]),
  );
}

/**
 * Which of two attempts did better when read at one level: below 0 when `a` is the weaker. The vote decides; between
 * equal votes the sum of what was counted. No vote is below every vote. Only attempts of one engine are to be compared.
 */
export function byStrength(a: Attempt, b: Attempt, level: Level): number {
  const rank = (attempt: Attempt) => {
    const verdict = verdictAt(attempt, level);
    return verdict === null ? -1 : verdicts.indexOf(verdict);
  };
  const sum = (attempt: Attempt) =>
    Object.values(countedValues(attempt)).reduce((all, value) => all + value, 0);
  return rank(a) - rank(b) || sum(a) - sum(b);
}

/** The engines that read these attempts, in the order of their first one. */
export function enginesOf(attempts: readonly Attempt[]): string[] {
  return [...new Set(attempts.map(({ scorecard }) => scorecard.engine))];
}
