import type { SparseVector } from './sparse.ts';

/** Linear models that share their inputs: one column a model, eight bits a weight with one scale a column. */
export interface WeightMatrix {
  columns: number;
  /** rows x columns, row-major */
  weights: Int8Array;
  /** One a column: weight = scale * stored. */
  scales: Float32Array;
}

/**
 * Rounds trained weights to eight bits, each column by its own largest.
 * @throws RangeError for a weight that is no finite number: a training that went wrong.
 */
export function quantize(weights: Float32Array, columns: number): WeightMatrix {
  const scales = new Float32Array(columns);
  weights.forEach((weight, at) => {
    const column = at % columns;
    if (!Number.isFinite(weight)) throw new RangeError(`A weight of column ${column} is ${weight}.`);
    scales[column] = Math.max(scales[column] ?? 0, Math.abs(weight) / 127);
  });
  return {
    columns,
    scales,
    weights: Int8Array.from(weights, (weight, at) => {
      const scale = scales[at % columns] ?? 0;
      return scale === 0 ? 0 : Math.round(weight / scale);
    }),
  };
}

/** What each model says of an input: one number a column. */
export function scoreColumns({ columns, weights, scales }: WeightMatrix, input: SparseVector): Float64Array {
  return columnSums(weights, input, columns).map((sum, column) => sum * (scales[column] as number));
}

/** An input's weights summed in each column, before any scale. */
export function columnSums(
  weights: Int8Array | Float32Array,
  input: SparseVector,
  columns: number,
): Float64Array {
  const sums = new Float64Array(columns);
  for (let column = 0; column < columns; column += columnsAtOnce) sumColumns(weights, input, column, sums);
  return sums;
}

/** How many columns `sumColumns` reads. */
export const columnsAtOnce = 4;

/**
 * Sums an input's weights in four neighbouring columns, the first of them `column`, into `sums`, one a column of the
 * matrix. In variables of their own: twice as fast as adding up inside the array.
 */
export function sumColumns(
  weights: Int8Array | Float32Array,
  { indices, values }: SparseVector,
  column: number,
  sums: Float64Array,
): void {
  const columns = sums.length;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let at = 0; at < indices.length; at += 1) {
    const from = (indices[at] as number) * columns + column;
    const value = values[at] as number;
    first += value * (weights[from] as number);
    second += value * (weights[from + 1] as number);
    third += value * (weights[from + 2] as number);
    fourth += value * (weights[from + 3] as number);
  }
  // Beyond the last column these are no sums of this matrix, and the array drops them.
  sums[column] = first;
  sums[column + 1] = second;
  sums[column + 2] = third;
  sums[column + 3] = fourth;
}
