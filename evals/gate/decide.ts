import { graded, type Measured, measureRun } from '#evals/metrics/measure-run.ts';
import type { RunRecord } from '#evals/runner/run-record.ts';
import type { GradedCase } from '#evals/suites/finding.ts';
import { type Common, type Comparison, compareHeaders } from './comparable.ts';
import { type Flip, flipsBetween } from './flips.ts';
import { type MissedFloor, missedFloors } from './floors.ts';
import { type Change, changesBetween } from './regressions.ts';

/** pass: nothing got worse, as far as could be told · inconclusive: it cannot be told · fail · not_comparable. */
export type Outcome = 'pass' | 'fail' | 'inconclusive' | 'not_comparable';

/** A floor that is missed, and whether that fails the run. */
export type JudgedFloor = MissedFloor & { fails: boolean };

export interface Decision {
  outcome: Outcome;
  /** What decided, in sentences. */
  reasons: string[];
  measured: Measured[];
  /** What must always hold and does not, by case; `known` ones stand in the baseline already. */
  broken: { id: string; fault: string; known: boolean }[];
  failed: { id: string; error: string }[];
  floors: JudgedFloor[];
  changes: Change[];
  flips: Flip[];
  common: Common | null;
}

/** Exit codes of the gate: green only when nothing got worse as far as could be told. */
export const exitCodes: Readonly<Record<Outcome, 0 | 1 | 2>> = {
  pass: 0,
  fail: 1,
  inconclusive: 2,
  not_comparable: 2,
};

/** More failed cases than this share and the rest no longer stands for the whole. */
const failedAtMost = 0.01;

/**
 * Compares a run with its baseline. A run fails on a broken invariant that the baseline does not have, a missed floor, too
 * many failed cases or a significant regression; a broken invariant also fails a run that cannot be compared.
 */
export function decide(baseline: RunRecord | null, run: RunRecord): Decision {
  const measured = measureRun(run.cases);
  // What wavers, or is a sample, may lie past a floor or move a little by chance.
  const byChance = run.header.wavers || run.header.scope === 'smoke';
  const broken = brokenIn(run, baseline);
  const failed = run.cases.flatMap((each) =>
    each.status === 'failed' ? [{ id: each.id, error: each.error }] : [],
  );
  const comparison = baseline ? compareHeaders(baseline.header, run.header) : null;
  const common = comparison?.comparable ? comparison.common : null;
  const [before, after] = baseline && common ? commonCases(baseline, run, common) : [[], []];
  const changes = common ? changesBetween(before, after, byChance) : [];
  const floors = judgedFloors(measured, { byChance, changes, baseline });
  const open = changes.filter(({ movement }) => movement === 'inconclusive');
  const near = floors.filter(({ fails }) => !fails);
  const against = [
    ...invariantReasons(broken),
    ...floors.filter(({ fails }) => fails).map(floorReason),
    ...failureReasons(failed.length, run.cases.length),
    ...changes.filter(({ movement }) => movement === 'regressed').map(changeReason),
  ];
  const unclear = [
    ...near.map((floor) => `Inconclusive: ${floorReason(floor)}`),
    ...open.map(changeReason),
    ...notComparable(comparison).map((why) => `Not comparable: ${why}.`),
  ];
  const otherwise = !common ? 'not_comparable' : unclear.length > 0 ? 'inconclusive' : 'pass';
  return {
    outcome: against.length > 0 ? 'fail' : otherwise,
    reasons: [...against, ...unclear],
    ...{ measured, broken, failed, floors, changes, common },
    flips: flipsBetween(before, after),
  };
}

function brokenIn(run: RunRecord, baseline: RunRecord | null): Decision['broken'] {
  const faults = ({ cases }: RunRecord) =>
    graded(cases).flatMap(({ id, finding }) => finding.broken.map((fault) => ({ id, fault })));
  const known = new Set(baseline ? faults(baseline).map(({ id, fault }) => `${id} ${kindOf(fault)}`) : []);
  return faults(run).map(({ id, fault }) => ({ id, fault, known: known.has(`${id} ${kindOf(fault)}`) }));
}

/**
 * A missed floor fails a run. Where chance has a part, it must be missed by the whole interval, and either the baseline
 * misses it too or the fall from the baseline is significant: else it cannot be told.
 */
function judgedFloors(
  measured: readonly Measured[],
  {
    byChance,
    changes,
    baseline,
  }: { byChance: boolean; changes: readonly Change[]; baseline: RunRecord | null },
): JudgedFloor[] {
  const missed = missedFloors(measured);
  if (!byChance || missed.length === 0) return missed.map((floor) => ({ ...floor, fails: true }));
  const missedBefore = new Set(
    baseline ? missedFloors(measureRun(baseline.cases)).map((floor) => floor.measured.measure.id) : [],
  );
  return missed.map((floor) => {
    const { id } = floor.measured.measure;
    const fell = changes.some(({ measure, movement }) => measure.id === id && movement === 'regressed');
    return { ...floor, fails: floor.clearly && (!baseline || missedBefore.has(id) || fell) };
  });
}

function notComparable(comparison: Comparison | null): string[] {
  if (comparison === null) return ['there is no baseline for this engine'];
  return comparison.comparable ? [] : comparison.reasons;
}

/** A fault without the words it was found in, so that a known one is known again. */
const kindOf = (fault: string) => fault.split(':')[0] ?? fault;

/** Cases that both runs graded, of the groups they have in common, without tables of labels that are new. */
function commonCases(baseline: RunRecord, run: RunRecord, common: Common): [GradedCase[], GradedCase[]] {
  const within = (each: GradedCase) => common.groups.has(`${each.suite}/${each.group}`);
  const before = graded(baseline.cases).filter(within);
  const after = graded(run.cases).filter(within);
  const shared = new Set(after.map(({ id }) => id));
  const both = before.filter(({ id }) => shared.has(id));
  const ids = new Set(both.map(({ id }) => id));
  const trimmed = after
    .filter(({ id }) => ids.has(id))
    .map((each) => ({
      ...each,
      finding: {
        ...each.finding,
        tables: Object.fromEntries(
          Object.entries(each.finding.tables).filter(
            ([name]) => !common.addedLabels.has(name.split(':')[1] ?? ''),
          ),
        ),
      },
    }));
  return [both, trimmed];
}

function invariantReasons(broken: Decision['broken']): string[] {
  const fresh = broken.filter(({ known }) => !known);
  if (fresh.length === 0) return [];
  const shown = fresh.slice(0, 5).map(({ id, fault }) => `${id}: ${fault}`);
  const more = fresh.length > shown.length ? ` and ${fresh.length - shown.length} more` : '';
  return [`Broken invariant in ${fresh.length} places: ${shown.join('; ')}${more}.`];
}

const floorReason = ({ measured, floor }: MissedFloor) =>
  `Missed floor: ${measured.measure.name} is ${digits(measured.value)}, the floor is ${floor}.`;

const failureReasons = (failed: number, all: number) =>
  failed / all > failedAtMost
    ? [`${failed} of ${all} cases failed: the rest does not stand for the whole.`]
    : [];

function changeReason({ measure, before, after, interval, movement, probability, units }: Change): string {
  const what = movement === 'regressed' ? 'Regressed' : 'Inconclusive';
  return `${what}: ${measure.name} went from ${digits(before)} to ${digits(after)} (change for the better, 95 %: ${digits(interval.low)} to ${digits(interval.high)}; ${units} units; p ${digits(probability ?? 1)}).`;
}

export const digits = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(3));
