import { percentileInterval, resample, worseProbability } from '#evals/metrics/bootstrap.ts';
import { holmAdjusted } from '#evals/metrics/holm.ts';
import type { Interval } from '#evals/metrics/intervals.ts';
import { type Family, type Measure, measures } from '#evals/metrics/measures.ts';
import { countOf, evaluate, tallyOf } from '#evals/metrics/tally.ts';
import { type GradedCase, suiteIds } from '#evals/suites/finding.ts';
import { createRandom } from '#evals/training/random.ts';

export type Movement = 'regressed' | 'improved' | 'inconclusive' | 'held';

export interface Change {
  measure: Measure;
  before: number;
  after: number;
  /** Above 0 better, whichever way the measure itself counts. */
  gain: number;
  interval: Interval;
  /** Units (answers) that were drawn. */
  units: number;
  /** One-sided p of a fall, corrected for its family; null where nothing is decided by it. */
  probability: number | null;
  movement: Movement;
}

const replicates = 2000;
const seed = 20261123;
/** Together 4 %: the chance that a run of the same grader fails by any of its tests. */
const alpha: Record<Exclude<Family, 'watched'>, number> = { primary: 0.02, criterion: 0.02 };

/**
 * How every measure moved between two runs of the same cases: a paired bootstrap in which an answer is drawn with all
 * that hangs on it (its criteria, votes, replies, variants) out of both runs at once. A measure of a family regressed
 * when its one-sided p, corrected by Holm over the family, is at most the family's alpha; it is inconclusive when a fall
 * by its margin can be neither shown nor ruled out.
 */
export function changesBetween(
  before: readonly GradedCase[],
  after: readonly GradedCase[],
  wavers: boolean,
): Change[] {
  const changes = suiteIds.flatMap((suite) => changesIn(suite, before, after));
  for (const family of ['primary', 'criterion'] as const) {
    const members = changes.filter(({ measure }) => measure.family === family);
    const adjusted = holmAdjusted(members.map(({ probability }) => probability ?? 1));
    members.forEach((change, at) => {
      change.probability = adjusted[at] ?? 1;
      change.movement = movementOf(change, alpha[family], wavers);
    });
  }
  return changes;
}

function changesIn(
  suite: GradedCase['suite'],
  before: readonly GradedCase[],
  after: readonly GradedCase[],
): Change[] {
  const [old, now] = [before, after].map((cases) => cases.filter((each) => each.suite === suite));
  const units = [...new Set((old ?? []).map(({ unit }) => unit))];
  const left = tallyOf(old ?? [], ({ unit }) => unit, units);
  const right = tallyOf(now ?? [], ({ unit }) => unit, units);
  const wanted = measures.filter(
    (measure) =>
      measure.suite === suite &&
      measure.source.kind !== 'order' &&
      countOf(left, measure) > 0 &&
      countOf(right, measure) > 0,
  );
  if (wanted.length === 0) return [];
  const gainOf = (measure: Measure, one: number, other: number) => {
    if (measure.better === 'near_zero') return Math.abs(one) - Math.abs(other);
    return measure.better === 'higher' ? other - one : one - other;
  };
  const drawn = resample({ clusters: units.length, replicates, random: createRandom(seed) }, (weights) => {
    const one = evaluate(left, wanted, weights);
    const other = evaluate(right, wanted, weights);
    return Object.fromEntries(
      wanted.map((measure) => [measure.id, gainOf(measure, one[measure.id] ?? 0, other[measure.id] ?? 0)]),
    );
  });
  const one = evaluate(left, wanted, null);
  const other = evaluate(right, wanted, null);
  return wanted.map((measure): Change => {
    const gains = drawn[measure.id] ?? [];
    const [was, is] = [one[measure.id] ?? Number.NaN, other[measure.id] ?? Number.NaN];
    return {
      ...{ measure, before: was, after: is, gain: gainOf(measure, was, is), units: units.length },
      interval: percentileInterval(gains),
      probability: measure.family === 'watched' ? null : worseProbability(gains, gainOf(measure, was, is)),
      movement: 'held',
    };
  });
}

/** With fewer units than this a wavering grader cannot rule out less than twice the margin. */
const unitsForMargin = 100;

function movementOf(
  { gain, interval, probability, measure, units }: Change,
  level: number,
  wavers: boolean,
): Movement {
  if (gain < 0 && probability !== null && probability <= level) return 'regressed';
  if (interval.low > 0) return 'improved';
  const margin = wavers && units < unitsForMargin ? 2 * measure.margin : measure.margin;
  return gain < 0 && interval.low < -margin ? 'inconclusive' : 'held';
}
