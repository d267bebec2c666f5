/**
 * Ridge regression on few dense features, closed form (Cholesky); features are standardised inside, the penalty is on
 * the standardised weights, the bias is free. Out: weights for the features as they come in.
 */
export function fitDenseRidge(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  penalty: number,
): { weights: number[]; bias: number } {
  const size = rows[0]?.length ?? 0;
  const mean = new Float64Array(size);
  const deviation = new Float64Array(size);
  for (const row of rows)
    for (let at = 0; at < size; at += 1) mean[at] = (mean[at] as number) + (row[at] as number) / rows.length;
  for (const row of rows)
    for (let at = 0; at < size; at += 1)
      deviation[at] =
        (deviation[at] as number) + ((row[at] as number) - (mean[at] as number)) ** 2 / rows.length;
  for (let at = 0; at < size; at += 1) deviation[at] = Math.sqrt(deviation[at] as number) || 1;
  const target = targets.reduce((sum, value) => sum + value, 0) / targets.length;
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  const scaled = new Float64Array(size);
  rows.forEach((row, index) => {
    for (let at = 0; at < size; at += 1)
      scaled[at] = ((row[at] as number) - (mean[at] as number)) / (deviation[at] as number);
    const error = (targets[index] as number) - target;
    for (let at = 0; at < size; at += 1) {
      const line = gram[at] as Float64Array;
      const value = scaled[at] as number;
      right[at] = (right[at] as number) + value * error;
      for (let other = 0; other <= at; other += 1)
        line[other] = (line[other] as number) + value * (scaled[other] as number);
    }
  });
  for (let at = 0; at < size; at += 1) {
    const line = gram[at] as Float64Array;
    line[at] = (line[at] as number) + penalty;
  }
  const solved = solveSymmetric(gram, right);
  const weights = Array.from(solved, (value, at) => value / (deviation[at] as number));
  return {
    weights,
    bias: target - weights.reduce((sum, weight, at) => sum + weight * (mean[at] as number), 0),
  };
}

/** Solves a symmetric positive definite system given by its lower triangle, in place. */
function solveSymmetric(gram: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let row = 0; row < size; row += 1) {
    const line = gram[row] as Float64Array;
    for (let column = 0; column <= row; column += 1) {
      const above = gram[column] as Float64Array;
      let sum = line[column] as number;
      for (let at = 0; at < column; at += 1) sum -= (line[at] as number) * (above[at] as number);
      line[column] = row === column ? Math.sqrt(sum) : sum / (above[column] as number);
    }
  }
  const half = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const line = gram[row] as Float64Array;
    let sum = right[row] as number;
    for (let at = 0; at < row; at += 1) sum -= (line[at] as number) * (half[at] as number);
    half[row] = sum / (line[row] as number);
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = half[row] as number;
    for (let at = row + 1; at < size; at += 1)
      sum -= ((gram[at] as Float64Array)[row] as number) * (solution[at] as number);
    solution[row] = sum / ((gram[row] as Float64Array)[row] as number);
  }
  return solution;
}
