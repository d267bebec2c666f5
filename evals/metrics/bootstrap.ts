import { type Interval, quantile } from './intervals.ts';

/** A measure of a resample: `weights[cluster]` says how often each cluster was drawn. */
export type Estimator = (weights: Float64Array) => Readonly<Record<string, number>>;

export interface Resampling {
  clusters: number;
  replicates: number;
  /** Uniform in [0, 1). */
  random: () => number;
}

/**
 * Cluster bootstrap (Davison & Hinkley 1997, section 3.8): whole clusters are drawn with replacement, so that what
 * moves together stays together. Out: for every measure its values over the replicates, in the order drawn.
 */
export function resample(
  { clusters, replicates, random }: Resampling,
  estimate: Estimator,
): Record<string, number[]> {
  const values: Record<string, number[]> = {};
  const weights = new Float64Array(clusters);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    weights.fill(0);
    for (let draw = 0; draw < clusters; draw += 1) {
      const at = Math.floor(random() * clusters);
      weights[at] = (weights[at] ?? 0) + 1;
    }
    for (const [name, value] of Object.entries(estimate(weights))) {
      values[name] ??= [];
      values[name].push(value);
    }
  }
  return values;
}

/** The middle 95 % of bootstrap values; replicates in which nothing could be measured (NaN) are left out. */
export function percentileInterval(values: readonly number[]): Interval {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/**
 * One-sided p of "not worse", of bootstrap changes above 0 better, around the change of the sample itself. The larger of
 * two estimates: the share of replicates not below zero, the sample counted with them (Davison & Hinkley 1997, section
 * 4.2), which is coarse far out, and the normal one from the spread of the replicates. No change anywhere gives 1.
 */
export function worseProbability(changes: readonly number[], change: number): number {
  const known = changes.filter((each) => !Number.isNaN(each));
  const counted = (1 + known.filter((each) => each >= 0).length) / (1 + known.length);
  const mean = known.reduce((sum, each) => sum + each, 0) / known.length;
  const spread = Math.sqrt(known.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (known.length - 1));
  return Math.max(counted, spread > 0 ? normalBelow(change / spread) : 0);
}

/** Share of the standard normal below z (Abramowitz & Stegun 1964, 26.2.17; error under 1e-7). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z < 0 ? tail : 1 - tail;
}
