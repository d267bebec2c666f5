import { featureSize } from '#lib/engines/embedded/features.ts';
import type { SparseVector } from '#lib/engines/embedded/sparse.ts';
import { fitRidge } from './ridge.ts';
import { seed } from './seed.ts';

/** A row of a model with one output. */
export interface ColumnRow {
  vector: SparseVector;
  target: number;
  /** how much it counts; 1 for a text that was rated */
  weight: number;
}

/** A ridge with one output over all features. Out: a weight a feature. */
export function fitColumn(
  rows: readonly ColumnRow[],
  { lambda, epochs }: { lambda: number; epochs: number },
): Float32Array {
  return fitRidge({
    rows: rows.map(({ vector }) => vector),
    size: featureSize,
    outputs: 1,
    targets: Float32Array.from(rows, ({ target }) => target),
    weights: Float32Array.from(rows, ({ weight }) => weight),
    lambda,
    epochs,
    seed,
  });
}
