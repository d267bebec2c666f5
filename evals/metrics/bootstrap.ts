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
 * One-sided p of "not worse": the share of replicates in which the change is not below zero, the sample itself counted
 * with them (Davison & Hinkley 1997, section 4.2). In: changes, above 0 better. A change of nothing anywhere gives 1.
 */
export function worseProbability(changes: readonly number[]): number {
  const known = changes.filter((change) => !Number.isNaN(change));
  return (1 + known.filter((change) => change >= 0).length) / (1 + known.length);
}
