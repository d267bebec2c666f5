import type { Level } from '#lib/domain/level.ts';
import { type Criterion, criterionSchema, type PractisedPrinciple } from '#lib/domain/rubric.ts';
import { verdicts } from '#lib/domain/verdict.ts';
import { type Attempt, enginesOf, entryOf, verdictAt, wasScored } from './attempt.ts';

/** The line of a trend is the mean of so many attempts up to each. */
export const meanOver = 5;

export interface TrendPoint {
  interviewId: string;
  question: string;
  at: number;
  level: Level;
  /** 0 to 3: a score, or a vote from Strong No Hire (0) to Strong Hire (3). */
  value: number;
  /** Of this one and up to four before it, of the same line. */
  mean: number;
  /** Not yet checked against rated answers. */
  unvalidated: boolean;
  /** Close to a boundary, or a score was withheld: of votes only. */
  leaning: boolean;
}

/** What one engine gave, oldest first. Two engines never share a line. */
export interface TrendLine {
  engine: string;
  points: TrendPoint[];
  /** Attempts in which there was nothing to draw: a withheld score, or not enough evidence. */
  without: number;
}

type Reading = { value: number; unvalidated: boolean; leaning: boolean } | 'none' | 'other';

/** `other`: the attempt has no place in this trend at all. */
function lines(attempts: readonly Attempt[], read: (attempt: Attempt) => Reading): TrendLine[] {
  const inOrder = attempts.toSorted((a, b) => a.at - b.at);
  return enginesOf(inOrder).flatMap((engine): TrendLine[] => {
    const points: TrendPoint[] = [];
    let without = 0;
    for (const attempt of inOrder) {
      if (attempt.scorecard.engine !== engine) continue;
      const reading = read(attempt);
      if (reading === 'none') without += 1;
      if (typeof reading === 'string') continue;
      const recent = [...points.slice(1 - meanOver).map(({ value }) => value), reading.value];
      const mean = recent.reduce((sum, value) => sum + value, 0) / recent.length;
      const { interviewId, question, at, scorecard } = attempt;
      points.push({ interviewId, question, at, level: scorecard.level, mean, ...reading });
    }
    return points.length + without > 0 ? [{ engine, points, without }] : [];
  });
}

/** How the printed score of a criterion moved: a line for each engine, each in the order of time. */
export function criterionTrend(attempts: readonly Attempt[], criterion: Criterion): TrendLine[] {
  return lines(attempts, (attempt) => {
    const entry = entryOf(attempt, criterion);
    if (!entry) return 'other';
    if (entry.score === null || !wasScored(attempt)) return 'none';
    return { value: entry.score, unvalidated: entry.unvalidated, leaning: false };
  });
}

/**
 * How the vote on a principle moved: a line for each engine. Every attempt is read at the same level, whichever it was
 * held for, so that its points can be compared.
 */
export function principleTrend(
  attempts: readonly Attempt[],
  principle: PractisedPrinciple,
  level: Level,
): TrendLine[] {
  return lines(attempts, (attempt) => {
    if (attempt.scorecard.principle !== principle) return 'other';
    const verdict = verdictAt(attempt, level);
    if (verdict === null) return 'none';
    return {
      value: verdicts.indexOf(verdict),
      unvalidated: attempt.scorecard.criteria.some(({ unvalidated }) => unvalidated),
      leaning: attempt.scorecard.votes[level].leaning,
    };
  });
}

/** The criteria these attempts were scored on, in the order of the rubric. */
export function criteriaIn(attempts: readonly Attempt[]): Criterion[] {
  const scored = new Set(
    attempts.flatMap(({ scorecard }) => scorecard.criteria.map(({ criterion }) => criterion)),
  );
  return criterionSchema.options.filter((criterion) => scored.has(criterion));
}

/** The principles these attempts were about, the latest first. */
export function principlesIn(attempts: readonly Attempt[]): PractisedPrinciple[] {
  const latestFirst = attempts.toSorted((a, b) => b.at - a.at);
  return [...new Set(latestFirst.map(({ scorecard }) => scorecard.principle))];
}
