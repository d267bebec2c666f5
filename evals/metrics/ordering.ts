/** One answer: its gold rank, what the grader makes of it as one number, and the cluster it belongs to. */
export interface Ranked {
  gold: number;
  given: number;
  cluster: number;
}

/** For each pair of clusters: pairs of answers that should be in order, and how many are; a tie is half. */
export interface OrderTable {
  clusters: number;
  pairs: Float64Array;
  ordered: Float64Array;
}

/** Counts pairs of answers whose gold ranks lie at least `distance` apart, by the clusters of the lower and the higher. */
export function orderTable(rows: readonly Ranked[], clusters: number, distance: number): OrderTable {
  const pairs = new Float64Array(clusters * clusters);
  const ordered = new Float64Array(clusters * clusters);
  for (const low of rows)
    for (const high of rows) {
      if (high.gold - low.gold < distance) continue;
      const cell = low.cluster * clusters + high.cluster;
      pairs[cell] = (pairs[cell] ?? 0) + 1;
      const right = high.given > low.given ? 1 : high.given === low.given ? 0.5 : 0;
      ordered[cell] = (ordered[cell] ?? 0) + right;
    }
  return { clusters, pairs, ordered };
}

/** Share of those pairs that are in order; `weights` says how often each cluster was drawn (1 each: the sample itself). */
export function orderedShare({ clusters, pairs, ordered }: OrderTable, weights: ArrayLike<number>): number {
  let all = 0;
  let right = 0;
  for (let low = 0; low < clusters; low += 1)
    for (let high = 0; high < clusters; high += 1) {
      const weight = (weights[low] ?? 0) * (weights[high] ?? 0);
      all += weight * (pairs[low * clusters + high] ?? 0);
      right += weight * (ordered[low * clusters + high] ?? 0);
    }
  return right / all;
}
