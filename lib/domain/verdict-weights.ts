import type { Level } from './level.ts';
import type { VerdictTerm } from './verdict-features.ts';

/** For each level: what reaching each step (0 to 1, 1 to 2, 2 to 3) of a term adds, in logits, and the three boundaries. */
export interface VerdictWeights {
  weights: Record<Level, Record<VerdictTerm, [number, number, number]>>;
  thresholds: Record<Level, [number, number, number]>;
}

/**
 * Written by `npm run train`; do not edit.
 * Fitted to the gold scores and gold verdicts of evals/data (dev and train, n = 760; written and rated by language
 * models), its boundaries matched on the embedded grader's readings. Cross-validated by writer on gold scores: sde1 QWK 0.92, exact 82 %; sde2 QWK 0.92, exact 82 %; senior QWK 0.88, exact 80 %.
 */
export const verdictWeights: VerdictWeights = {
  weights: {
    sde1: {
      context: [1.054, 0, 0],
      scope: [0, 0, 0.339],
      ownership: [0.222, 0.585, 0.444],
      specificity: [0.829, 0, 0.704],
      metric: [0.002, 0.346, 0.478],
      impact: [0, 0, 0],
      durability: [0, 0, 0],
      reflection: [0, 0, 0.285],
      own_lower: [1.209, 0.568, 0.114],
      own_higher: [1.285, 0.439, 0],
      lowest: [0.621, 1.321, 0.209],
      second_lowest: [0.085, 0.345, 0],
      third_lowest: [0, 0, 0.835],
      fourth_lowest: [0, 0, 0],
      fifth_lowest: [0, 0, 0.203],
      action: [0, 0.458, 0],
      result: [0, 0, 0.466],
      action_and_result: [0, 0, 0.931],
      action_and_principle: [1.067, 1.929, 0.463],
    },
    sde2: {
      context: [0, 0, 0],
      scope: [0, 0, 0],
      ownership: [0, 0.36, 0.953],
      specificity: [0.832, 0, 0],
      metric: [0.145, 0.458, 0.332],
      impact: [0.385, 0, 0],
      durability: [0.166, 0, 0],
      reflection: [0, 0.565, 0.708],
      own_lower: [1.389, 0, 0.317],
      own_higher: [1.026, 0.303, 0.087],
      lowest: [1.106, 1.723, 1.195],
      second_lowest: [0, 0.172, 0.522],
      third_lowest: [0.051, 0, 0.417],
      fourth_lowest: [0, 0, 0.86],
      fifth_lowest: [0, 0, 0.031],
      action: [0, 0, 0],
      result: [0.468, 0, 0.4],
      action_and_result: [0, 0, 1.192],
      action_and_principle: [0.613, 1.895, 0.68],
    },
    senior: {
      context: [0, 0, 0],
      scope: [0, 0, 0],
      ownership: [0.052, 0.215, 0.309],
      specificity: [0, 0, 0.541],
      metric: [0, 0.276, 0.201],
      impact: [0.011, 0.296, 0.122],
      durability: [0.321, 0.007, 1.044],
      reflection: [0, 0.181, 1.485],
      own_lower: [0.486, 0.373, 0.28],
      own_higher: [0.268, 0.858, 0.043],
      lowest: [1.139, 1.356, 0.922],
      second_lowest: [0.092, 0, 0.775],
      third_lowest: [0, 0, 0.532],
      fourth_lowest: [0, 0, 0],
      fifth_lowest: [0, 0, 0],
      action: [0.165, 0.616, 0],
      result: [0, 0.271, 0.382],
      action_and_result: [0, 0, 0],
      action_and_principle: [0.998, 1.016, 0],
    },
  },
  thresholds: {
    sde1: [2.73, 7.814, 12.289],
    sde2: [2.784, 9.929, 15.431],
    senior: [4.124, 11.498, 14.286],
  },
};
