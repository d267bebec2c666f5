/** One rating beside its gold label. */
export interface Rated {
  gold: number;
  given: number;
}

/** How many (or their sum), and of how many; divided only once all answers are together. */
export type Counted = [sum: number, of: number];

/** Ratings equal to the label. */
export function exactAgreement(rows: readonly Rated[]): Counted {
  return counted(rows, ({ gold, given }) => gold === given);
}

/** Ratings at most one step from the label. */
export function adjacentAgreement(rows: readonly Rated[]): Counted {
  return counted(rows, ({ gold, given }) => Math.abs(gold - given) <= 1);
}

/** Signed error (given - gold) where the label is `band`: above 0 the grader is kinder than its raters there. */
export function biasInBand(rows: readonly Rated[], band: number): Counted {
  const within = rows.filter(({ gold }) => gold === band);
  return [within.reduce((sum, { gold, given }) => sum + given - gold, 0), within.length];
}

function counted(rows: readonly Rated[], holds: (row: Rated) => boolean): Counted {
  return [rows.filter(holds).length, rows.length];
}
