import type { SparseVector } from '#lib/engines/embedded/sparse.ts';
import { shuffled } from './random.ts';

export interface RidgeProblem {
  rows: readonly SparseVector[];
  size: number;
  outputs: number;
  /** rows x outputs; the target of each. */
  targets: Float32Array;
  /** rows x outputs; 0 leaves the row out for that output. */
  weights: Float32Array;
  lambda: number;
  epochs: number;
  seed: number;
}

/**
 * Weighted ridge regression by dual coordinate ascent (Shalev-Shwartz & Zhang 2013, squared loss):
 * min sum_i c_i (y_i - w x_i)^2 + lambda |w|^2, all outputs at once. Out: size x outputs, row-major.
 */
export function fitRidge({
  rows,
  size,
  outputs,
  targets,
  weights,
  lambda,
  epochs,
  seed,
}: RidgeProblem): Float32Array {
  const w = new Float32Array(size * outputs);
  const alpha = new Float32Array(rows.length * outputs);
  const norms = rows.map(({ values }) => values.reduce((sum, value) => sum + value * value, 0));
  const order = Int32Array.from(rows.keys());
  const score = new Float64Array(outputs);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const row of shuffled(order, seed + epoch)) {
      const vector = rows[row];
      if (!vector) continue;
      const { indices, values } = vector;
      score.fill(0);
      for (let k = 0; k < indices.length; k += 1) {
        const base = (indices[k] as number) * outputs;
        const value = values[k] as number;
        for (let o = 0; o < outputs; o += 1) (score[o] as number) += value * (w[base + o] as number);
      }
      let any = false;
      for (let o = 0; o < outputs; o += 1) {
        const at = row * outputs + o;
        const c = weights[at] as number;
        if (c === 0) {
          score[o] = 0;
          continue;
        }
        const delta =
          ((targets[at] as number) - (score[o] as number) - (alpha[at] as number) / c) /
          (1 / c + (norms[row] as number) / lambda);
        alpha[at] = (alpha[at] as number) + delta;
        score[o] = delta / lambda;
        any = true;
      }
      if (!any) continue;
      for (let k = 0; k < indices.length; k += 1) {
        const base = (indices[k] as number) * outputs;
        const value = values[k] as number;
        for (let o = 0; o < outputs; o += 1)
          w[base + o] = (w[base + o] as number) + value * (score[o] as number);
      }
    }
  }
  return w;
}
