import { alike, type KernelModel, placeFeatures } from '#lib/engines/embedded/kernel-model.ts';
import type { DenseRow } from './dense-ridge.ts';
import { shuffled } from './random.ts';
import { seed } from './seed.ts';
import { factorize, invertTriangle, timesTransposed, timesTriangle } from './triangle.ts';

/** What a row of weight 1 may be off by, beside each kernel's 1 (kernel ridge regression: Saunders et al. 1998). */
const noise = 0.5;
/** Rows that the machine remembers. All rows teach it; twice as many supports say the same (evals/README.md). */
const mostSupports = 500;
/** How much a contrast counts beside a row of weight 1 (by cross-validation). */
const contrastWeight = 0.1;
/** Keeps the normal matrix positive definite where two supports are the same. */
const jitter = 1e-6;

/** Two rows of which is known how far apart their scores are, whatever the scores themselves. */
export interface Contrast {
  from: readonly number[];
  to: readonly number[];
  change: number;
}

/**
 * Kernel ridge regression with the kernel of `KernelModel`, on some of the rows as supports (subset of regressors:
 * Quinonero-Candela and Rasmussen, "A unifying view of sparse approximate Gaussian process regression", 2005).
 * `importance` is how much each feature counts in the distance, `inner` how many of them the first kernel reads;
 * `contrasts` teach how far the value moves.
 * Out: the model, and for each row the value a model without that row would give it
 * (leave-one-out in closed form, by the row's leverage; it stays a support).
 */
export function fitKernel(
  rows: readonly DenseRow[],
  importance: readonly number[],
  { inner = 0, contrasts = [] }: { inner?: number; contrasts?: readonly Contrast[] } = {},
): { model: KernelModel; unseen: Float64Array } {
  const size = importance.length;
  const { center, scale, bias } = standards(rows, importance);
  const placed = rows.map(({ features }) => placeFeatures({ center, scale }, features));
  const chosen = shuffled(Int32Array.from(rows.keys()), seed).slice(0, mostSupports).sort();
  const supports = new Int8Array(chosen.length * size);
  chosen.forEach((row, at) => {
    supports.set(placed[row] as Int8Array, at * size);
  });
  const kernels = inner === 0 ? 1 : 2;
  const count = chosen.length;
  const likeness = (row: Int8Array) =>
    Float64Array.from(chosen, (_, at) => alike(row, supports, at * size, inner));
  const likenessOf = (features: readonly number[]) => likeness(placeFeatures({ center, scale }, features));
  const normal = new Float64Array(count * count);
  chosen.forEach((row, at) => {
    normal.set(likeness(placed[row] as Int8Array), at * count);
    normal[at * count + at] = (normal[at * count + at] as number) + jitter;
  });
  const seen = placed.map(likeness);
  const trust = rows.map(({ weight }) => weight / (kernels * noise));
  const right = new Float64Array(count);
  const learn = (line: Float64Array, rest: number, counts: number) => {
    for (let at = 0; at < count; at += 1) {
      const value = counts * (line[at] as number);
      right[at] = (right[at] as number) + value * rest;
      const from = at * count;
      for (let other = 0; other <= at; other += 1)
        normal[from + other] = (normal[from + other] as number) + value * (line[other] as number);
    }
  };
  seen.forEach((line, row) => {
    learn(line, (rows[row]?.score ?? 0) - bias, trust[row] as number);
  });
  for (const { from, to, change } of contrasts) {
    const before = likenessOf(from);
    const moved = likenessOf(to).map((value, at) => value - (before[at] as number));
    learn(moved, change, contrastWeight / (kernels * noise));
  }
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
  return { model: { center, scale, inner, supports, pulls: Float32Array.from(pulls), bias }, unseen };
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
