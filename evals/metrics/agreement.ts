/** One rating beside its gold label. */
export interface Rated {
  gold: number;
  given: number;
}

/** Share of ratings equal to the label. NaN of none. */
export function exactAgreement(rows: readonly Rated[]): number {
  return share(rows, ({ gold, given }) => gold === given);
}

/** Share of ratings at most one step from the label. NaN of none. */
export function adjacentAgreement(rows: readonly Rated[]): number {
  return share(rows, ({ gold, given }) => Math.abs(gold - given) <= 1);
}

/** Mean signed error (given - gold) for each gold score: above 0 the grader is kinder than its raters there. */
export function biasByBand(
  rows: readonly Rated[],
  bands: readonly number[],
): { band: number; n: number; bias: number }[] {
  return bands.map((band) => {
    const within = rows.filter(({ gold }) => gold === band);
    return {
      band,
      n: within.length,
      bias: within.reduce((sum, { gold, given }) => sum + given - gold, 0) / within.length,
    };
  });
}

function share(rows: readonly Rated[], holds: (row: Rated) => boolean): number {
  return rows.filter(holds).length / rows.length;
}
