import { columnsAtOnce as block, sumColumns } from '#lib/engines/embedded/matrix.ts';
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
      score.fill(0);
      dot(w, vector, score, weights, row * outputs);
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
      addScaled(w, vector, score);
    }
  }
  return w;
}

/** Adds to `score`, all 0, what each output's weights say of a row; a block of outputs that the row teaches nothing is left alone. */
function dot(
  w: Float32Array,
  row: SparseVector,
  score: Float64Array,
  counts: Float32Array,
  from: number,
): void {
  const outputs = score.length;
  if (outputs % block !== 0) {
    const { indices, values } = row;
    for (let k = 0; k < indices.length; k += 1)
      for (let o = 0; o < outputs; o += 1)
        (score[o] as number) += (values[k] as number) * (w[(indices[k] as number) * outputs + o] as number);
    return;
  }
  for (let o = 0; o < outputs; o += block) {
    const at = from + o;
    if (!(counts[at] || counts[at + 1] || counts[at + 2] || counts[at + 3])) continue;
    sumColumns(w, row, o, score);
  }
}

/** Adds a row times each output's factor to its weights, size x outputs. */
export function addScaled(w: Float32Array, { indices, values }: SparseVector, factors: Float64Array): void {
  const outputs = factors.length;
  if (outputs % block !== 0) {
    for (let k = 0; k < indices.length; k += 1) {
      const base = (indices[k] as number) * outputs;
      for (let o = 0; o < outputs; o += 1)
        w[base + o] = (w[base + o] as number) + (values[k] as number) * (factors[o] as number);
    }
    return;
  }
  for (let o = 0; o < outputs; o += block) {
    const first = factors[o] as number;
    const second = factors[o + 1] as number;
    const third = factors[o + 2] as number;
    const fourth = factors[o + 3] as number;
    if (first === 0 && second === 0 && third === 0 && fourth === 0) continue;
    for (let k = 0; k < indices.length; k += 1) {
      const base = (indices[k] as number) * outputs + o;
      const value = values[k] as number;
      w[base] = (w[base] as number) + value * first;
      w[base + 1] = (w[base + 1] as number) + value * second;
      w[base + 2] = (w[base + 2] as number) + value * third;
      w[base + 3] = (w[base + 3] as number) + value * fourth;
    }
  }
}
