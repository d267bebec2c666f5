import { type KernelModel, kernelWidth, supportStep } from '#lib/engines/embedded/kernel-model.ts';
import type { DenseRow } from './dense-ridge.ts';

/** What a row of weight 1 may be off by, beside each kernel's 1 (kernel ridge regression: Saunders et al. 1998). */
const noise = 0.5;

/**
 * Kernel ridge regression with the kernel of `KernelModel`. `importance` is how much each feature counts in the
 * distance, `inner` how many of them the first kernel reads.
 * Out: the model, and for each row the value a model without that row would give it
 * (leave-one-out in closed form: y - alpha / (K^-1)_ii).
 */
export function fitKernel(
  rows: readonly DenseRow[],
  importance: readonly number[],
  inner = 0,
): { model: KernelModel; unseen: Float64Array } {
  const size = importance.length;
  const count = rows.length;
  const { center, scale, bias } = standards(rows, importance);
  const placed = new Float64Array(count * size);
  const supports = new Int8Array(count * size);
  rows.forEach(({ features }, row) => {
    for (let at = 0; at < size; at += 1) {
      const value =
        (((features[at] as number) - (center[at] as number)) * (scale[at] as number)) / supportStep;
      supports[row * size + at] = Math.max(-127, Math.min(127, Math.round(value)));
      placed[row * size + at] = supports[row * size + at] as number;
    }
  });
  const gram = new Float64Array(count * count);
  const width = -kernelWidth * supportStep * supportStep;
  const kernels = inner === 0 ? 1 : 2;
  for (let row = 0; row < count; row += 1) {
    for (let other = 0; other < row; other += 1) {
      let distance = 0;
      let alike = 0;
      for (let at = 0; at < size; at += 1) {
        if (at === inner && inner > 0) alike = Math.exp((width / inner) * distance);
        const difference = (placed[row * size + at] as number) - (placed[other * size + at] as number);
        distance += difference * difference;
      }
      gram[row * count + other] = alike + Math.exp((width / size) * distance);
    }
    gram[row * count + row] = kernels * (1 + noise / (rows[row]?.weight ?? 1));
  }
  factorize(gram, count);
  const inverse = invertTriangle(gram, count);
  const diagonal = new Float64Array(count);
  const half = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    let sum = 0;
    for (let at = 0; at <= row; at += 1) {
      const value = inverse[row * count + at] as number;
      diagonal[at] = (diagonal[at] as number) + value * value;
      sum += value * ((rows[at]?.score ?? 0) - bias);
    }
    half[row] = sum;
  }
  const pulls = new Float64Array(count);
  for (let row = 0; row < count; row += 1)
    for (let at = 0; at <= row; at += 1)
      pulls[at] = (pulls[at] as number) + (inverse[row * count + at] as number) * (half[row] as number);
  return {
    model: { center, scale, inner, supports, pulls: Float32Array.from(pulls), bias },
    unseen: Float64Array.from(
      rows,
      ({ score }, row) => score - (pulls[row] as number) / (diagonal[row] as number),
    ),
  };
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
