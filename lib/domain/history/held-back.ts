import { gapOrder } from '#lib/domain/gap.ts';
import type { Criterion, Score } from '#lib/domain/rubric.ts';
import { type Attempt, countedValues, entryOf, wasScored } from './attempt.ts';
import { ofLatestEngine } from './records.ts';

/** So many attempts are looked at for what to work on. */
export const recentAttempts = 5;

export interface HeldBack {
  criterion: Criterion;
  /** In how many of the `of` last attempts it held the vote back most. */
  times: number;
  of: number;
  /** The latest attempt in which it did, and its score there. */
  latest: Attempt;
  score: Score;
  unvalidated: boolean;
}

/** The criterion that holds an attempt's vote back most at its own level; null where every score is a 3. */
export function holdsBack(attempt: Attempt): Criterion | null {
  const { principle, level } = attempt.scorecard;
  const below = gapOrder(countedValues(attempt), principle, level).filter(
    (criterion) => (entryOf(attempt, criterion)?.score ?? 0) < 3,
  );
  return below[0] ?? null;
}

/**
 * What to work on next: the criterion that held back most votes over the last attempts (gap.ts says which one held
 * back each), of those that the latest attempt's engine read and in which a story was told. Of equals the one that did
 * so last. null where there is nothing to go by, or nothing below a 3.
 */
export function nextToWorkOn(attempts: readonly Attempt[]): HeldBack | null {
  const recent = ofLatestEngine(attempts.filter(wasScored))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, recentAttempts);
  const found = new Map<Criterion, HeldBack>();
  for (const attempt of recent) {
    const criterion = holdsBack(attempt);
    const entry = criterion && entryOf(attempt, criterion);
    if (!entry) continue;
    const known = found.get(entry.criterion) ?? {
      criterion: entry.criterion,
      times: 0,
      of: recent.length,
      latest: attempt,
      score: entry.score ?? 0,
      unvalidated: entry.unvalidated,
    };
    found.set(entry.criterion, { ...known, times: known.times + 1 });
  }
  return [...found.values()].reduce<HeldBack | null>(
    (top, each) => (top === null || each.times > top.times ? each : top),
    null,
  );
}
