import type { Criterion } from '#lib/domain/rubric.ts';
import {
  modelCriteria,
  type Readings,
  type StackModel,
  stackFeatures,
  stackValue,
} from '#lib/engines/embedded/answer-model.ts';
import type { CutPoints } from '#lib/engines/embedded/calibration.ts';
import { fitDenseRidge } from './dense-ridge.ts';

/** An answer as the third layer sees it in training: read by layers that never saw its writer. */
export interface StackExample {
  readings: Readings;
  scores: Partial<Record<Criterion, number>>;
  fold: number;
}

const penalty = 50;

/** The third layer: for each criterion a ridge over the readings, then cut points from predictions across folds. */
export function fitStack(examples: readonly StackExample[]): Partial<Record<Criterion, StackModel>> {
  return Object.fromEntries(
    modelCriteria.map((criterion, column) => {
      const rows = examples.flatMap(({ readings, scores, fold }) => {
        const score = scores[criterion];
        return score === undefined ? [] : [{ features: stackFeatures(readings, column), score, fold }];
      });
      const solve = (kept: typeof rows) =>
        fitDenseRidge(
          kept.map(({ features }) => features),
          kept.map(({ score }) => score),
          penalty,
        );
      const unseen = [...new Set(rows.map(({ fold }) => fold))].flatMap((fold) => {
        const model = solve(rows.filter((row) => row.fold !== fold));
        return rows
          .filter((row) => row.fold === fold)
          .map(({ features, score }) => ({ raw: stackValue(model, features), score }));
      });
      return [criterion, { ...solve(rows), cuts: matchingCuts(unseen, 3) }];
    }),
  );
}

/**
 * Cut points that give each score as often as the raters did: kappa punishes a grader that is shyer or bolder than its
 * raters, and matching the shares needs three numbers only.
 */
export function matchingCuts(
  predictions: readonly { raw: number; score: number }[],
  highest: number,
): CutPoints {
  const sorted = predictions.map(({ raw }) => raw).sort((a, b) => a - b);
  return Array.from({ length: highest }, (_, cut) => {
    const below = predictions.filter(({ score }) => score <= cut).length;
    const low = sorted[below - 1] ?? (sorted[0] ?? 0) - 1;
    const high = sorted[below] ?? (sorted.at(-1) ?? 0) + 1;
    return (low + high) / 2;
  });
}
