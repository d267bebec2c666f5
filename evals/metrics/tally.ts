import type { GradedCase } from '#evals/suites/finding.ts';
import { emptyConfusion, kappaOfConfusion } from './kappa.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { mean } from './mean.ts';
import type { Measure } from './measures.ts';
import { type OrderTable, orderedShare, orderTable } from './ordering.ts';

/** Cases arranged so that any measure of any resample of their clusters is a pass over numbers. */
export interface Tally {
  clusters: readonly string[];
  cells: readonly { cluster: number; table: number; cell: number }[];
  counts: readonly { cluster: number; share: number; part: number; whole: number }[];
  tables: readonly string[];
  shares: readonly string[];
  order: OrderTable | null;
  /** Readings of the same answer, for each table of repeats. */
  repeats: readonly { cluster: number; table: string; values: readonly number[] }[];
}

/** Replies have three ratings, everything else four. */
const classesOf = (table: string) => (table.endsWith('reply') ? 3 : 4);
const classesAtMost = 4;

/** Arranges cases by the cluster each belongs to; `clusters` fixes their places, so that two runs can share a draw. */
export function tallyOf(
  cases: readonly GradedCase[],
  clusterOf: (each: GradedCase) => string,
  clusters: readonly string[] = [...new Set(cases.map(clusterOf))],
): Tally {
  const place = new Map(clusters.map((cluster, index) => [cluster, index]));
  const tables = [...new Set(cases.flatMap(({ finding }) => Object.keys(finding.tables)))];
  const shares = [...new Set(cases.flatMap(({ finding }) => Object.keys(finding.shares)))];
  const tableAt = new Map(tables.map((name, index) => [name, index]));
  const shareAt = new Map(shares.map((name, index) => [name, index]));
  const within = cases.map((each) => ({ ...each, cluster: place.get(clusterOf(each)) ?? -1 }));
  const ranked = within.flatMap(({ finding: { order }, cluster }) => (order ? [{ ...order, cluster }] : []));
  return {
    ...{ clusters, tables, shares },
    cells: within.flatMap(({ finding, cluster }) =>
      Object.entries(finding.tables).flatMap(([name, pairs]) =>
        name.startsWith('repeat:')
          ? []
          : pairs.map(([gold, given]) => ({
              cluster,
              table: tableAt.get(name) ?? 0,
              cell: gold * classesOf(name) + given,
            })),
      ),
    ),
    counts: within.flatMap(({ finding, cluster }) =>
      Object.entries(finding.shares).map(([name, [part, whole]]) => ({
        ...{ cluster, part, whole },
        share: shareAt.get(name) ?? 0,
      })),
    ),
    repeats: within.flatMap(({ finding, cluster }) =>
      Object.entries(finding.tables).flatMap(([table, pairs]) =>
        table.startsWith('repeat:') ? [{ cluster, table, values: pairs.map(([, value]) => value) }] : [],
      ),
    ),
    order: ranked.length > 0 ? orderTable(ranked, clusters.length, 2) : null,
  };
}

/** The tables of agreement of a sample, by name. */
export function confusions({ cells, tables }: Tally, weights: ArrayLike<number> | null) {
  const all = tables.map((name) => emptyConfusion(classesOf(name)));
  for (const { cluster, table, cell } of cells) {
    const counts = all[table]?.counts;
    if (counts) counts[cell] = (counts[cell] ?? 0) + (weights ? (weights[cluster] ?? 0) : 1);
  }
  return new Map(tables.map((name, index) => [name, all[index] ?? emptyConfusion(classesAtMost)]));
}

/**
 * The measures of a sample, or of a resample in which each cluster counts `weights[cluster]` times. NaN where there is
 * nothing to measure.
 */
export function evaluate(
  tally: Tally,
  wanted: readonly Measure[],
  weights: ArrayLike<number> | null,
): Record<string, number> {
  const tables = confusions(tally, weights);
  const parts = new Float64Array(tally.shares.length);
  const wholes = new Float64Array(tally.shares.length);
  for (const { cluster, share, part, whole } of tally.counts) {
    const weight = weights ? (weights[cluster] ?? 0) : 1;
    parts[share] = (parts[share] ?? 0) + weight * part;
    wholes[share] = (wholes[share] ?? 0) + weight * whole;
  }
  const kappas = (names: readonly string[]) =>
    names.flatMap((name) => {
      const table = tables.get(name);
      return table ? [kappaOfConfusion(table)] : [];
    });
  const known = (names: readonly string[]) => kappas(names).filter((value) => !Number.isNaN(value));
  const measured = ({ source }: Measure): number => {
    switch (source.kind) {
      case 'share': {
        const at = tally.shares.indexOf(source.share);
        return at < 0 ? Number.NaN : (parts[at] ?? 0) / (wholes[at] ?? 0);
      }
      case 'kappa':
        return mean(known(source.tables));
      case 'worst-kappa': {
        const values = known(source.tables);
        return values.length === 0 ? Number.NaN : Math.min(...values);
      }
      case 'alpha':
        return mean(
          source.tables
            .map((table) => krippendorffAlpha(repeatsOf(tally, table, weights), classesAtMost, 'ordinal'))
            .filter((alpha) => !Number.isNaN(alpha)),
        );
      case 'order':
        return tally.order ? orderedShare(tally.order, weights ?? tally.clusters.map(() => 1)) : Number.NaN;
    }
  };
  return Object.fromEntries(wanted.map((measure) => [measure.id, measured(measure)]));
}

/** The units of a table of repeats, each as often as its cluster was drawn. */
function repeatsOf({ repeats }: Tally, wanted: string, weights: ArrayLike<number> | null) {
  return repeats.flatMap(({ table, values, cluster }) =>
    table === wanted ? Array.from({ length: weights ? (weights[cluster] ?? 0) : 1 }, () => values) : [],
  );
}

/** How many things a measure counts: ratings in its tables, or the whole of its share. */
export function countOf(tally: Tally, { source }: Measure): number {
  switch (source.kind) {
    case 'share': {
      const at = tally.shares.indexOf(source.share);
      return tally.counts.reduce((sum, { share, whole }) => sum + (share === at ? whole : 0), 0);
    }
    case 'kappa':
    case 'worst-kappa': {
      const wanted = new Set(source.tables.map((name) => tally.tables.indexOf(name)));
      return tally.cells.reduce((sum, { table }) => sum + (wanted.has(table) ? 1 : 0), 0);
    }
    case 'alpha':
      return tally.repeats.filter(({ table }) => source.tables.includes(table)).length;
    case 'order':
      return tally.order ? tally.order.pairs.reduce((sum, value) => sum + value, 0) : 0;
  }
}
