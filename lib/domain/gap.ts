import { type GapWeights, gapWeights } from './gap-weights.ts';
import type { Level } from './level.ts';
import {
  type Criterion,
  criteriaOf,
  isLabelled,
  labelledOwnCriteria,
  type PractisedPrinciple,
} from './rubric.ts';
import { verdictLatent } from './verdict.ts';
import { type ExpectedScores, steps } from './verdict-features.ts';

/**
 * The ten criteria of a principle, first the one a bar raiser would ask about: what holds the vote back most at this
 * level. In: expected scores 0-3. The first entry for the main answer at SDE2 is `probe_first`.
 *
 * At SDE2 the order is that of the raters' choices (gap-weights.ts: a base for each criterion and what every missing
 * step adds, in logits). At another level a criterion moves by how much more, or less, raising it to 3 would move that
 * level's vote than SDE2's (verdict-weights.ts, logits as well).
 */
export function gapOrder(
  expected: ExpectedScores,
  principle: PractisedPrinciple,
  level: Level,
  fitted: GapWeights = gapWeights,
): Criterion[] {
  return criteriaOf(principle)
    .map((criterion) => ({
      criterion,
      weight:
        utility(expected, criterion, fitted) +
        need(expected, principle, level, criterion) -
        need(expected, principle, 'sde2', criterion),
    }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ criterion }) => criterion);
}

/** How much a bar raiser wants to ask about a criterion, in logits. */
function utility(expected: ExpectedScores, criterion: Criterion, fitted: GapWeights): number {
  const [base, ...missing] = isLabelled(criterion) ? fitted[criterion] : meanOwnGap(fitted);
  const reached = steps(expected[criterion] ?? 0);
  return missing.reduce((sum, weight, at) => sum + weight * (1 - (reached[at] ?? 0)), base);
}

/** What stands for a principle's own criterion without rated answers: the mean of the eight that have them. */
function meanOwnGap(fitted: GapWeights): [number, number, number, number] {
  const mean = (at: 0 | 1 | 2 | 3) =>
    labelledOwnCriteria.reduce((sum, criterion) => sum + fitted[criterion][at], 0) /
    labelledOwnCriteria.length;
  return [mean(0), mean(1), mean(2), mean(3)];
}

/** What raising the criterion to 3 would add to a level's vote, in logits. */
function need(
  expected: ExpectedScores,
  principle: PractisedPrinciple,
  level: Level,
  criterion: Criterion,
): number {
  const raised = { ...expected, [criterion]: 3 };
  return verdictLatent(raised, principle, level) - verdictLatent(expected, principle, level);
}
