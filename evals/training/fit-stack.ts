import type { Criterion } from '#lib/domain/rubric.ts';
import type { ExpectedScores } from '#lib/domain/verdict-features.ts';
import {
  besideNetwork,
  modelCriteria,
  type StackModel,
  type Summary,
  stackFeatures,
  stackImportance,
  stackInner,
} from '#lib/engines/embedded/answer-model.ts';
import { type CutPoints, calibrate } from '#lib/engines/embedded/calibration.ts';
import { type Contrast, fitKernel } from './kernel-ridge.ts';

/** An answer of the supplement counts less than one of dev or train (by cross-validation). */
const supplementWeight = 0.5;

/** An answer as the third layer sees it in training: read by layers that never saw its writer. */
export interface StackExample {
  /** the ten of its question */
  criteria: readonly Criterion[];
  summary: Summary;
  scores: Partial<Record<Criterion, number>>;
  /** The answer longer, shorter or in other words: teaches how far the scores move, not where they are. */
  changed: readonly { summary: Summary; scores: Partial<Record<Criterion, number>> }[];
  /** of the answers whose scores the cut points match */
  measured: boolean;
}

/**
 * The third layer: for each criterion a kernel machine over the readings, and cut points from predictions, the network's
 * among them, that did not see the answer.
 * Out, too: the expected scores of each example by a machine that did not see it.
 */
export function fitStack(examples: readonly StackExample[]): {
  stack: Partial<Record<Criterion, StackModel>>;
  unseen: ExpectedScores[];
} {
  const stack: Partial<Record<Criterion, StackModel>> = {};
  const expected = examples.map((): ExpectedScores => ({}));
  for (const criterion of modelCriteria) {
    const rows = examples.flatMap(({ summary, criteria, scores, measured }, example) => {
      const score = scores[criterion];
      if (score === undefined) return [];
      const weight = measured ? 1 : supplementWeight;
      return [{ features: stackFeatures(summary, criterion, criteria), score, weight, measured, example }];
    });
    const { model, unseen: values } = fitKernel(rows, stackImportance, {
      inner: stackInner,
      contrasts: contrastsOf(examples, criterion),
    });
    const unseen = rows.map(({ example }, at) =>
      besideNetwork(values[at] ?? 0, examples[example]?.summary ?? [], criterion),
    );
    const cuts = matchingCuts(
      rows.flatMap(({ score, measured }, at) => (measured ? [{ raw: unseen[at] ?? 0, score }] : [])),
      3,
    );
    stack[criterion] = { kernel: model, cuts };
    rows.forEach(({ example }, at) => {
      const scores = expected[example];
      if (scores) scores[criterion] = calibrate(unseen[at] ?? 0, cuts);
    });
  }
  return { stack, unseen: expected };
}

/** How the readings of an answer and its changes differ, and how far the score moves. */
function contrastsOf(examples: readonly StackExample[], criterion: Criterion): Contrast[] {
  return examples.flatMap(({ summary, criteria, scores, changed }) =>
    changed.flatMap((other) => {
      const [before, after] = [scores[criterion], other.scores[criterion]];
      if (before === undefined || after === undefined) return [];
      const [from, to] = [summary, other.summary].map((each) => stackFeatures(each, criterion, criteria));
      return from && to ? [{ from, to, change: after - before }] : [];
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
