import type { LabelledCriterion } from './rubric.ts';

/** For each criterion: its base, then what a missing step (0 to 1, 1 to 2, 2 to 3) adds to the wish to ask about it, in logits. */
export type GapWeights = Record<LabelledCriterion, [number, number, number, number]>;

/**
 * Written by `npm run train`; do not edit.
 * Fitted to the raters' probe_first, given the gold scores of evals/data (dev and train, n = 760). Cross-validated by
 * writer, the first of the order is among the raters' choices in 78 %.
 */
export const gapWeights: GapWeights = {
  context: [-1.786, 5.629, 4.439, 1.577],
  scope: [-1.482, 0.476, 3.106, 3.289],
  ownership: [-0.188, 1.345, 5.481, 4.057],
  specificity: [-1.033, 2.555, 4.222, 4.767],
  metric: [-0.185, 0.167, 4.566, 3.338],
  impact: [0.429, 1.337, 1.945, 2.975],
  durability: [-0.065, 0.753, 1.549, 2.705],
  reflection: [-0.822, 1.013, 2.209, 3.729],
  dissent: [1.036, 1.534, 5.47, 4.478],
  commit: [1.608, 2.662, 2.878, 2.858],
  initiative: [-0.113, 4.032, 3.156, 4.005],
  long_term: [0.973, 2.992, 1.457, 2.99],
  root_cause: [0.786, 2.069, 3.652, 4.717],
  verification: [2.115, 0.746, 2.296, 2.945],
  obstacles: [-0.117, 0.053, 3.875, 3.872],
  delivered: [0.297, 2.701, 4.384, 3.639],
};
