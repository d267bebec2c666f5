export interface DenseRow {
  features: readonly number[];
  score: number;
  /** how much the row counts; 1 for an answer that was rated */
  weight: number;
}

/**
 * Ridge regression on few dense features, closed form; features are standardised inside, the penalty is on the
 * standardised weights, the bias is free. Out: weights for the features as they come in, and for each row the value a
 * model without that row would give it (leave-one-out in closed form, by the row's leverage).
 */
export function fitDenseRidge(
  rows: readonly DenseRow[],
  penalty: number,
): { model: { weights: number[]; bias: number }; unseen: Float64Array } {
  const size = rows[0]?.features.length ?? 0;
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (row: DenseRow) => number) =>
    rows.reduce((sum, row) => sum + row.weight * value(row), 0) / total;
  const center = Float64Array.from({ length: size }, (_, at) => mean(({ features }) => features[at] ?? 0));
  const deviation = Float64Array.from(
    { length: size },
    (_, at) => Math.sqrt(mean(({ features }) => ((features[at] ?? 0) - (center[at] ?? 0)) ** 2)) || 1,
  );
  const target = mean(({ score }) => score);
  const standard = rows.map(({ features }) =>
    Float64Array.from(center, (middle, at) => ((features[at] ?? 0) - middle) / (deviation[at] as number)),
  );
  const gram = Array.from({ length: size }, (_, at) => {
    const line = new Float64Array(size);
    line[at] = penalty;
    return line;
  });
  const right = new Float64Array(size);
  standard.forEach((values, index) => {
    const { weight, score } = rows[index] as DenseRow;
    for (let at = 0; at < size; at += 1) {
      const line = gram[at] as Float64Array;
      const value = weight * (values[at] as number);
      right[at] = (right[at] as number) + value * (score - target);
      for (let other = 0; other <= at; other += 1)
        line[other] = (line[other] as number) + value * (values[other] as number);
    }
  });
  factorize(gram);
  const solved = solveUpper(gram, solveLower(gram, right));
  const weights = Array.from(solved, (value, at) => value / (deviation[at] as number));
  const unseen = Float64Array.from(rows, ({ score, weight }, index) => {
    const values = standard[index] as Float64Array;
    const given = target + values.reduce((sum, value, at) => sum + value * (solved[at] as number), 0);
    const leverage =
      weight * (1 / total + solveLower(gram, values).reduce((sum, value) => sum + value * value, 0));
    return (given - leverage * score) / (1 - leverage);
  });
  const bias = target - weights.reduce((sum, weight, at) => sum + weight * (center[at] as number), 0);
  return { model: { weights, bias }, unseen };
}

/** Cholesky in place: the lower triangle of a symmetric positive definite matrix becomes its factor. */
function factorize(gram: Float64Array[]): void {
  gram.forEach((line, row) => {
    for (let column = 0; column <= row; column += 1) {
      const above = gram[column] as Float64Array;
      let sum = line[column] as number;
      for (let at = 0; at < column; at += 1) sum -= (line[at] as number) * (above[at] as number);
      line[column] = row === column ? Math.sqrt(sum) : sum / (above[column] as number);
    }
  });
}

function solveLower(factor: readonly Float64Array[], right: Float64Array): Float64Array {
  const half = new Float64Array(right.length);
  factor.forEach((line, row) => {
    let sum = right[row] as number;
    for (let at = 0; at < row; at += 1) sum -= (line[at] as number) * (half[at] as number);
    half[row] = sum / (line[row] as number);
  });
  return half;
}

function solveUpper(factor: readonly Float64Array[], half: Float64Array): Float64Array {
  const solution = new Float64Array(half.length);
  for (let row = half.length - 1; row >= 0; row -= 1) {
    let sum = half[row] as number;
    for (let at = row + 1; at < half.length; at += 1)
      sum -= ((factor[at] as Float64Array)[row] as number) * (solution[at] as number);
    solution[row] = sum / ((factor[row] as Float64Array)[row] as number);
  }
  return solution;
}
