import type { Rating } from '#lib/domain/assessment.ts';
import { type CutPoints, calibrate, rounded } from './calibration.ts';
import { type KernelModel, kernelValue } from './kernel-model.ts';
import { scoreColumns, type WeightMatrix } from './matrix.ts';
import type { ReplyVectors } from './reply-features.ts';

export interface ReplyLayers {
  /** what the whole reply's words say of its rating */
  whole: WeightMatrix;
  /** what each sentence says of it */
  sentence: WeightMatrix;
}

export interface ReplyModel extends ReplyLayers {
  kernel: KernelModel;
  cuts: CutPoints;
}

export interface ReplyRating {
  /** 0-2, real */
  expected: number;
  /** its rounding */
  rating: Rating;
  /** what each sentence says, in order: the highest speaks most for the reply */
  sentences: readonly number[];
}

/** A reply's rating. */
export function rateReply(vectors: ReplyVectors, model: ReplyModel): ReplyRating {
  const sentences = vectors.sentences.map((vector) => scoreColumns(model.sentence, vector)[0] ?? 0);
  const expected = calibrate(kernelValue(model.kernel, replyFeatures(vectors, model)), model.cuts);
  const printed = rounded(expected);
  return { expected, rating: printed >= 2 ? 2 : printed >= 1 ? 1 : 0, sentences };
}

/** What the second layer reads: the words' value, the best, second, worst and mean sentence, then the dense features. */
export function replyFeatures({ whole, sentences, dense }: ReplyVectors, layers: ReplyLayers): number[] {
  const values = sentences
    .map((vector) => scoreColumns(layers.sentence, vector)[0] ?? 0)
    .sort((a, b) => b - a);
  const mean = values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    scoreColumns(layers.whole, whole)[0] ?? 0,
    values[0] ?? -1,
    values[1] ?? 0,
    values.at(-1) ?? -1,
    mean,
    ...dense,
  ];
}

/** How much each feature counts in the second layer: what the words say four times (by cross-validation). */
export function replyImportance(size: number): number[] {
  return Array.from({ length: size }, (_, at) => (at < 5 ? 4 : 1));
}
