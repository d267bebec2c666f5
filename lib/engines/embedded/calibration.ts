/** Where the raw value of a model passes from one score to the next, lowest first. */
export type CutPoints = readonly number[];

/**
 * Raw model value -> expected score, a real number whose rounding is the printed score: the cut points lie at 0.5, 1.5,
 * 2.5, straight lines between them. Beyond the outermost it leaves with the slope of the nearest piece and nears 0 or
 * the highest score without reaching it, so that of two answers past the last cut the better one still stands higher.
 */
export function calibrate(raw: number, cuts: CutPoints): number {
  const highest = cuts.length;
  const piece = Math.min(Math.max(cuts.filter((cut) => raw >= cut).length, 1), highest - 1);
  const low = cuts[piece - 1] ?? 0;
  const high = cuts[piece] ?? low;
  const width = Math.max(high - low, 0.05);
  const bottom = piece - 0.5;
  if (raw < low) return bottom - beyond((low - raw) / width);
  if (raw > high) return bottom + 1 + beyond((raw - high) / width);
  return bottom + (raw - low) / width;
}

/** From 0 with slope 1 towards the half score that is left past an outermost cut point. */
const beyond = (steps: number) => 0.5 * (1 - Math.exp(-2 * steps));

/** The printed score of an expected one. */
export function rounded(expected: number): number {
  return Math.floor(expected + 0.5);
}
