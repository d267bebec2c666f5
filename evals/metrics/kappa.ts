/** A table of how often each pair of ratings came together: `counts[gold * classes + given]`. Counts may be fractions. */
export interface Confusion {
  classes: number;
  counts: Float64Array;
}

export function emptyConfusion(classes: number): Confusion {
  return { classes, counts: new Float64Array(classes * classes) };
}

/**
 * Quadratic weighted kappa of a table (Cohen 1968): 1 - observed / expected squared distance. Without any variation in
 * both ratings it is 1 when they agree everywhere and 0 otherwise; of an empty table it is NaN: nothing was measured.
 */
export function kappaOfConfusion({ classes, counts }: Confusion): number {
  const gold = new Float64Array(classes);
  const given = new Float64Array(classes);
  let total = 0;
  let observed = 0;
  for (let row = 0; row < classes; row += 1)
    for (let column = 0; column < classes; column += 1) {
      const count = counts[row * classes + column] ?? 0;
      gold[row] = (gold[row] ?? 0) + count;
      given[column] = (given[column] ?? 0) + count;
      total += count;
      observed += count * (row - column) ** 2;
    }
  if (total === 0) return Number.NaN;
  let expected = 0;
  for (let row = 0; row < classes; row += 1)
    for (let column = 0; column < classes; column += 1)
      expected += ((gold[row] ?? 0) * (given[column] ?? 0) * (row - column) ** 2) / total;
  return expected === 0 ? (observed === 0 ? 1 : 0) : 1 - observed / expected;
}

/** Quadratic weighted kappa of two lists of ratings, each in 0..classes-1, pair by pair. */
export function quadraticKappa(first: readonly number[], second: readonly number[], classes: number): number {
  const table = emptyConfusion(classes);
  first.forEach((gold, at) => {
    const cell = gold * classes + (second[at] ?? 0);
    table.counts[cell] = (table.counts[cell] ?? 0) + 1;
  });
  return kappaOfConfusion(table);
}
