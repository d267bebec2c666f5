import type { CaseRecord, GradedCase } from '#evals/suites/finding.ts';
import { createRandom } from '#evals/training/random.ts';
import { percentileInterval, resample } from './bootstrap.ts';
import { type Interval, wilson } from './intervals.ts';
import { type Measure, measures } from './measures.ts';
import { countOf, evaluate, type Tally, tallyOf } from './tally.ts';

export interface Measured {
  measure: Measure;
  value: number;
  n: number;
  /** What the interval was drawn over: writers where there are several, else the things counted. */
  over: 'writers' | 'cases';
  interval: Interval;
}

const replicates = 1000;
const seed = 20261123;
/** Fewer clusters than this say nothing about others. */
const clustersAtLeast = 5;

export const graded = (cases: readonly CaseRecord[]): GradedCase[] =>
  cases.filter((each) => each.status === 'graded');

/**
 * Every measure that the cases give, each with n and a 95 % interval: a bootstrap over whole writers, because the run is
 * to stand for answers by others; Wilson's for shares of things that no writer groups (attacks, examples). Failed cases
 * have no numbers and are left out here; they are counted beside.
 */
export function measureRun(cases: readonly CaseRecord[]): Measured[] {
  return [...new Set(measures.map(({ suite }) => suite))].flatMap((suite) => {
    const own = graded(cases).filter((each) => each.suite === suite);
    const tally = tallyOf(own, ({ writer }) => writer);
    const wanted = measures.filter((measure) => measure.suite === suite && countOf(tally, measure) > 0);
    const values = evaluate(tally, wanted, null);
    const grouped = suite === 'gold' || suite === 'probes' || suite === 'pairs' || suite === 'consistency';
    const drawn =
      grouped && tally.clusters.length >= clustersAtLeast
        ? resample({ clusters: tally.clusters.length, replicates, random: createRandom(seed) }, (weights) =>
            evaluate(tally, wanted, weights),
          )
        : null;
    return wanted.map((measure): Measured => {
      const value = values[measure.id] ?? Number.NaN;
      const over = drawn ? 'writers' : 'cases';
      const interval = drawn
        ? percentileInterval(drawn[measure.id] ?? [])
        : shareInterval(tally, measure, value);
      return { ...{ measure, value, over, interval }, n: countOf(tally, measure) };
    });
  });
}

function shareInterval(tally: Tally, measure: Measure, value: number): Interval {
  const n = countOf(tally, measure);
  return wilson(value * n, n);
}
