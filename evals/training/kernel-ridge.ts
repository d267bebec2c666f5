import { type KernelModel, kernelWidth, supportStep } from '#lib/engines/embedded/kernel-model.ts';
import type { DenseRow } from './dense-ridge.ts';
import { shuffled } from './random.ts';
import { seed } from './seed.ts';

/** What a row of weight 1 may be off by, beside each kernel's 1 (kernel ridge regression: Saunders et al. 1998). */
const noise = 0.5;
/** Rows that the machine remembers. All rows teach it; twice as many supports say the same (evals/README.md). */
const mostSupports = 500;
/** Keeps the normal matrix positive definite where two supports are the same. */
const jitter = 1e-6;

/**
 * Kernel ridge regression with the kernel of `KernelModel`, on some of the rows as supports (subset of regressors:
 * Quinonero-Candela and Rasmussen, "A unifying view of sparse approximate Gaussian process regression", 2005).
 * `importance` is how much each feature counts in the distance, `inner` how many of them the first kernel reads.
 * Out: the model, and for each row the value a model without that row would give it
 * (leave-one-out in closed form, by the row's leverage; it stays a support).
 */
export function fitKernel(
  rows: readonly DenseRow[],
  importance: readonly number[],
  inner = 0,
): { model: KernelModel; unseen: Float64Array } {
  const size = importance.length;
  const { center, scale, bias } = standards(rows, importance);
  const placed = rows.map(({ features }) =>
    Int8Array.from(center, (middle, at) => {
      const value = (((features[at] ?? 0) - middle) * (scale[at] ?? 0)) / supportStep;
      return Math.max(-127, Math.min(127, Math.round(value)));
    }),
  );
  const chosen = shuffled(Int32Array.from(rows.keys()), seed).slice(0, mostSupports).sort();
  const supports = Array.from(chosen, (row) => placed[row] as Int8Array);
  const alike = kernelOf(inner, size);
  const kernels = inner === 0 ? 1 : 2;
  const count = supports.length;
  const normal = new Float64Array(count * count);
  supports.forEach((support, row) => {
    for (let other = 0; other <= row; other += 1)
      normal[row * count + other] =
        alike(support, supports[other] as Int8Array) + (row === other ? jitter : 0);
  });
  const seen = placed.map((row) => Float64Array.from(supports, (support) => alike(row, support)));
  const trust = rows.map(({ weight }) => weight / (kernels * noise));
  const right = new Float64Array(count);
  seen.forEach((line, row) => {
    const counts = trust[row] as number;
    const rest = (rows[row]?.score ?? 0) - bias;
    for (let at = 0; at < count; at += 1) {
      const value = counts * (line[at] as number);
      right[at] = (right[at] as number) + value * rest;
      const from = at * count;
      for (let other = 0; other <= at; other += 1)
        normal[from + other] = (normal[from + other] as number) + value * (line[other] as number);
    }
  });
  factorize(normal, count);
  const inverse = invertTriangle(normal, count);
  const pulls = timesTransposed(inverse, timesTriangle(inverse, right));
  const unseen = Float64Array.from(seen, (line, row) => {
    const given = bias + line.reduce((sum, value, at) => sum + value * (pulls[at] as number), 0);
    const leverage =
      (trust[row] as number) * timesTriangle(inverse, line).reduce((sum, value) => sum + value * value, 0);
    const score = rows[row]?.score ?? 0;
    return score - (score - given) / (1 - leverage);
  });
  const kept = new Int8Array(count * size);
  supports.forEach((support, row) => {
    kept.set(support, row * size);
  });
  return { model: { center, scale, inner, supports: kept, pulls: Float32Array.from(pulls), bias }, unseen };
}

/** How alike two rows are, both in steps of `supportStep`: as `kernelValue` sees it. */
function kernelOf(inner: number, size: number): (one: Int8Array, other: Int8Array) => number {
  const width = -kernelWidth * supportStep * supportStep;
  return (one, other) => {
    let distance = 0;
    for (let at = 0; at < inner; at += 1) {
      const difference = (one[at] as number) - (other[at] as number);
      distance += difference * difference;
    }
    const near = inner === 0 ? 0 : Math.exp((width / inner) * distance);
    for (let at = inner; at < size; at += 1) {
      const difference = (one[at] as number) - (other[at] as number);
      distance += difference * difference;
    }
    return near + Math.exp((width / size) * distance);
  };
}

/** A lower triangle times a vector. */
function timesTriangle(triangle: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => {
    let sum = 0;
    const from = row * size;
    for (let at = 0; at <= row; at += 1) sum += (triangle[from + at] as number) * (vector[at] as number);
    return sum;
  });
}

/** The transpose of a lower triangle times a vector. */
function timesTransposed(triangle: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const product = new Float64Array(size);
  vector.forEach((value, row) => {
    for (let at = 0; at <= row; at += 1)
      product[at] = (product[at] as number) + (triangle[row * size + at] as number) * value;
  });
  return product;
}

function standards(rows: readonly DenseRow[], importance: readonly number[]) {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (row: DenseRow) => number) =>
    rows.reduce((sum, row) => sum + row.weight * value(row), 0) / total;
  const center = Float32Array.from(importance, (_, at) => mean(({ features }) => features[at] ?? 0));
  const scale = Float32Array.from(importance, (counts, at) => {
    const deviation = Math.sqrt(mean(({ features }) => ((features[at] ?? 0) - (center[at] ?? 0)) ** 2));
    return deviation === 0 ? 0 : Math.sqrt(counts) / deviation;
  });
  return { center, scale, bias: mean(({ score }) => score) };
}

/** Cholesky in place: the lower triangle of a symmetric positive definite matrix becomes its factor. */
function factorize(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] as number;
      const left = row * size;
      const right = column * size;
      for (let at = 0; at < column; at += 1)
        sum -= (matrix[left + at] as number) * (matrix[right + at] as number);
      matrix[row * size + column] =
        row === column ? Math.sqrt(sum) : sum / (matrix[right + column] as number);
    }
  }
}

/** The inverse of a lower triangle. */
function invertTriangle(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const line = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    line.fill(0, 0, row + 1);
    for (let at = 0; at < row; at += 1) {
      const value = factor[row * size + at] as number;
      const base = at * size;
      for (let column = 0; column <= at; column += 1)
        line[column] = (line[column] as number) - value * (inverse[base + column] as number);
    }
    const scale = 1 / (factor[row * size + row] as number);
    for (let column = 0; column < row; column += 1)
      inverse[row * size + column] = (line[column] as number) * scale;
    inverse[row * size + row] = scale;
  }
  return inverse;
}
