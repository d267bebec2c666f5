import { type Criterion, labelledCriteria } from '#lib/domain/rubric.ts';
import {
  modelCriteria,
  type StackModel,
  type Summary,
  stackFeatures,
  stackImportance,
  stackInner,
} from '#lib/engines/embedded/answer-model.ts';
import type { CutPoints } from '#lib/engines/embedded/calibration.ts';
import { combineHashes, hashText } from '#lib/engines/embedded/sparse.ts';
import { fitKernel } from './kernel-ridge.ts';

/** An answer as the third layer sees it in training: read by layers that never saw its writer. */
export interface StackExample {
  id: string;
  /** the ten of its question */
  criteria: readonly Criterion[];
  summary: Summary;
  scores: Partial<Record<Criterion, number>>;
  /** 1 for an answer that was rated, less for a variant of one */
  weight: number;
  /** of the answers whose scores the cut points match */
  measured: boolean;
}

/** Variants kept for a criterion: the kernel machine remembers its rows, so that many would cost time and size. */
const mostVariants = 300;

/** The third layer: for each criterion a kernel machine over the readings, and cut points from predictions it did not see. */
export function fitStack(examples: readonly StackExample[]): Partial<Record<Criterion, StackModel>> {
  const stack: Partial<Record<Criterion, StackModel>> = {};
  for (const criterion of modelCriteria) {
    const known = examples.filter(({ scores }) => scores[criterion] !== undefined);
    const rowOf = ({ summary, criteria, scores, weight }: StackExample) => ({
      features: stackFeatures(summary, criterion, criteria),
      score: scores[criterion] ?? 0,
      weight,
    });
    const rated = known.filter(({ weight }) => weight === 1);
    const variants = chosen(
      known.filter(({ weight }) => weight < 1),
      criterion,
    );
    const fitted = fitKernel([...rated, ...variants].map(rowOf), stackImportance, stackInner);
    const raw = (at: number) => fitted.unseen[at] ?? 0;
    const cuts = matchingCuts(
      rated.flatMap(({ scores, measured }, at) =>
        measured ? [{ raw: raw(at), score: scores[criterion] ?? 0 }] : [],
      ),
      3,
    );
    stack[criterion] = { kernel: fitted.model, cuts };
  }
  return stack;
}

/** The same choice every time: by the hash of id and criterion. */
function chosen(variants: readonly StackExample[], criterion: Criterion): StackExample[] {
  const column = labelledCriteria.findIndex((each) => each === criterion);
  return variants
    .map((example) => ({ example, order: combineHashes(hashText(example.id), column) }))
    .sort((a, b) => a.order - b.order)
    .slice(0, mostVariants)
    .map(({ example }) => example);
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
