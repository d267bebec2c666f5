import type { Rating } from '#lib/domain/assessment.ts';
import { type CutPoints, calibrate, rounded } from './calibration.ts';
import { scoreColumns, type WeightMatrix } from './matrix.ts';
import { type ReplyInput, replyVector } from './reply-features.ts';

export interface ReplyModel {
  weights: WeightMatrix;
  cuts: CutPoints;
}

/** A reply's rating as a real number 0-2, and the printed one, its rounding. */
export function rateReply(
  input: ReplyInput,
  { weights, cuts }: ReplyModel,
): { expected: number; rating: Rating } {
  const expected = calibrate(scoreColumns(weights, replyVector(input))[0] ?? 0, cuts);
  const printed = rounded(expected);
  return { expected, rating: printed >= 2 ? 2 : printed >= 1 ? 1 : 0 };
}
