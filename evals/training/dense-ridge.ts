import { factorize, invertTriangle, timesTransposed, timesTriangle } from './triangle.ts';

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
  const gram = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) gram[at * size + at] = penalty;
  const right = new Float64Array(size);
  standard.forEach((values, index) => {
    const { weight, score } = rows[index] as DenseRow;
    for (let at = 0; at < size; at += 1) {
      const value = weight * (values[at] as number);
      right[at] = (right[at] as number) + value * (score - target);
      for (let other = 0; other <= at; other += 1)
        gram[at * size + other] = (gram[at * size + other] as number) + value * (values[other] as number);
    }
  });
  factorize(gram, size);
  const inverse = invertTriangle(gram, size);
  const solved = timesTransposed(inverse, timesTriangle(inverse, right));
  const weights = Array.from(solved, (value, at) => value / (deviation[at] as number));
  const unseen = Float64Array.from(rows, ({ score, weight }, index) => {
    const values = standard[index] as Float64Array;
    const given = target + values.reduce((sum, value, at) => sum + value * (solved[at] as number), 0);
    const leverage =
      weight * (1 / total + timesTriangle(inverse, values).reduce((sum, value) => sum + value * value, 0));
    return (given - leverage * score) / (1 - leverage);
  });
  const bias = target - weights.reduce((sum, weight, at) => sum + weight * (center[at] as number), 0);
  return { model: { weights, bias }, unseen };
}
