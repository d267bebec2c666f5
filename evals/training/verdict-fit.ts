import { type Level, levels } from '#lib/domain/level.ts';
import type { PractisedPrinciple } from '#lib/domain/rubric.ts';
import { verdictLatent } from '#lib/domain/verdict.ts';
import {
  type ExpectedScores,
  steps,
  type VerdictTerm,
  verdictTermNames,
} from '#lib/domain/verdict-features.ts';
import type { VerdictWeights } from '#lib/domain/verdict-weights.ts';
import { minimize } from './adam.ts';
import { matchingCuts } from './fit-stack.ts';

export interface VerdictExample {
  /** verdictTerms of the scores */
  terms: readonly number[];
  /** 0-3 */
  verdicts: Record<Level, number>;
}

/** Penalty on the squared weights; of 1 and 5, the one with the better cross-validated kappa. */
const penalty = 1;
const iterations = 400;

/**
 * Fits the vote: for each level a cumulative logit with non-negative weights on the steps of the terms
 * (McCullagh 1980, proportional odds), so that the vote is monotone in every score.
 */
export function fitVerdict(examples: readonly VerdictExample[]): VerdictWeights {
  const inputs = examples.map(({ terms }) => Float64Array.from(terms.flatMap(steps)));
  const fitted = levels.map((level, index) =>
    fitLevel(
      inputs,
      examples.map(({ verdicts }) => verdicts[level]),
      index,
    ),
  );
  return {
    weights: byLevel(
      (index) =>
        Object.fromEntries(
          verdictTermNames.map((term, at) => [term, triple(fitted[index] ?? [], 3 * at)]),
        ) as Record<VerdictTerm, [number, number, number]>,
    ),
    thresholds: byLevel((index) => triple(fitted[index] ?? [], 3 * verdictTermNames.length)),
  };
}

/**
 * The boundaries at which the vote gives each verdict as often as the raters did, on what the grader itself says of
 * answers it did not see: fitted to gold scores alone, a vote is shyer or bolder once it counts scores that are off.
 */
export function matchThresholds(
  { weights, thresholds }: VerdictWeights,
  answers: readonly {
    expected: ExpectedScores;
    principle: PractisedPrinciple;
    verdicts: Record<Level, number>;
  }[],
): VerdictWeights {
  const matched = (level: Level): [number, number, number] =>
    triple(
      matchingCuts(
        answers.map(({ expected, principle, verdicts }) => ({
          raw: verdictLatent(expected, principle, level, { weights, thresholds }),
          score: verdicts[level],
        })),
        3,
      ).map((cut) => Math.round(cut * 1000) / 1000),
      0,
    );
  return {
    weights,
    thresholds: { sde1: matched('sde1'), sde2: matched('sde2'), senior: matched('senior') },
  };
}

function fitLevel(inputs: readonly Float64Array[], targets: readonly number[], level: number): number[] {
  const size = 3 * verdictTermNames.length;
  const start = new Float64Array(size + 3).fill(0.3);
  [2, 6, 10].forEach((value, at) => {
    start[size + at] = value + 1.5 * level;
  });
  const fitted = minimize(
    start,
    (parameters, slope) => {
      for (let at = 0; at < size; at += 1) slope[at] = penalty * (parameters[at] as number);
      inputs.forEach((input, row) => {
        let latent = 0;
        for (let at = 0; at < size; at += 1) latent += (parameters[at] as number) * (input[at] as number);
        for (let cut = 0; cut < 3; cut += 1) {
          const probability = 1 / (1 + Math.exp((parameters[size + cut] as number) - latent));
          const error = probability - ((targets[row] ?? 0) > cut ? 1 : 0);
          for (let at = 0; at < size; at += 1)
            slope[at] = (slope[at] as number) + error * (input[at] as number);
          slope[size + cut] = (slope[size + cut] as number) - error;
        }
      });
    },
    { iterations, rate: 0.1, nonNegative: size },
  );
  return Array.from(fitted, (value) => Math.round(value * 1000) / 1000);
}

const byLevel = <T>(value: (index: number) => T): Record<Level, T> => ({
  sde1: value(0),
  sde2: value(1),
  senior: value(2),
});
const triple = (values: readonly number[], at: number): [number, number, number] => [
  values[at] ?? 0,
  values[at + 1] ?? 0,
  values[at + 2] ?? 0,
];
