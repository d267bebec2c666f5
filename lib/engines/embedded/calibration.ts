/** Where the raw value of a model passes from one score to the next, lowest first. */
export type CutPoints = readonly number[];

/**
 * Raw model value -> expected score, a real number whose rounding is the printed score: the cut points lie at 0.5, 1.5,
 * 2.5, straight lines between them and beyond with the slope of the nearest piece, held within 0 and the highest score.
 */
export function calibrate(raw: number, cuts: CutPoints): number {
  const highest = cuts.length;
  const piece = Math.min(Math.max(cuts.filter((cut) => raw >= cut).length, 1), highest - 1);
  const low = cuts[piece - 1] ?? 0;
  const high = cuts[piece] ?? low;
  const slope = 1 / Math.max(high - low, 0.05);
  const expected = piece - 0.5 + (raw - low) * slope;
  return Math.min(highest, Math.max(0, expected));
}

/** The printed score of an expected one. */
export function rounded(expected: number): number {
  return Math.floor(expected + 0.5);
}
