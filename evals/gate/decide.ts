import { graded, type Measured, measureRun } from '#evals/metrics/measure-run.ts';
import type { RunRecord } from '#evals/runner/run-record.ts';
import type { GradedCase } from '#evals/suites/finding.ts';
import { type Common, compareHeaders } from './comparable.ts';
import { type Flip, flipsBetween } from './flips.ts';
import { type MissedFloor, missedFloors } from './floors.ts';
import { type Change, changesBetween } from './regressions.ts';

/** pass: nothing got worse, as far as could be told · inconclusive: it cannot be told · fail · not_comparable. */
export type Outcome = 'pass' | 'fail' | 'inconclusive' | 'not_comparable';

export interface Decision {
  outcome: Outcome;
  /** What decided, in sentences. */
  reasons: string[];
  measured: Measured[];
  /** What must always hold and does not, by case; `known` ones stand in the baseline already. */
  broken: { id: string; fault: string; known: boolean }[];
  failed: { id: string; error: string }[];
  floors: MissedFloor[];
  /** The grader does not say the same twice, or was only sampled. */
  wavers: boolean;
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
  const known = new Set(
    graded(baseline?.cases ?? []).flatMap(({ id, finding }) =>
      finding.broken.map((fault) => `${id} ${kindOf(fault)}`),
    ),
  );
  const broken = graded(run.cases).flatMap(({ id, finding }) =>
    finding.broken.map((fault) => ({ id, fault, known: known.has(`${id} ${kindOf(fault)}`) })),
  );
  const failed = run.cases.flatMap((each) =>
    each.status === 'failed' ? [{ id: each.id, error: each.error }] : [],
  );
  const floors = missedFloors(measured);
  // What wavers, or is a sample, may lie past a floor by chance: the whole interval must.
  const byChance = run.header.wavers || run.header.scope === 'smoke';
  const [past, near] = [
    floors.filter(({ clearly }) => clearly || !byChance),
    floors.filter(({ clearly }) => !clearly && byChance),
  ];
  const comparison = baseline ? compareHeaders(baseline.header, run.header) : null;
  const base = { measured, broken, failed, floors, wavers: byChance };
  const reasons = [
    ...invariantReasons(broken),
    ...floorReasons(past),
    ...failureReasons(failed.length, run.cases.length),
  ];
  if (!baseline || !comparison?.comparable) {
    const why =
      comparison?.comparable === false ? comparison.reasons : ['there is no baseline for this engine'];
    return {
      ...base,
      outcome: reasons.length > 0 ? 'fail' : 'not_comparable',
      reasons: [...reasons, ...why.map((each) => `Not comparable: ${each}.`)],
      ...{ changes: [], flips: [], common: null },
    };
  }
  const { common } = comparison;
  const [before, after] = commonCases(baseline, run, common);
  const changes = changesBetween(before, after);
  reasons.push(...changes.filter(({ movement }) => movement === 'regressed').map(changeReason));
  const open = changes.filter(({ movement }) => movement === 'inconclusive');
  const outcome = reasons.length > 0 ? 'fail' : open.length + near.length > 0 ? 'inconclusive' : 'pass';
  return {
    ...base,
    outcome,
    reasons: [
      ...reasons,
      ...floorReasons(near).map((reason) => `Inconclusive: ${reason}`),
      ...open.map(changeReason),
    ],
    ...{ changes, flips: flipsBetween(before, after), common },
  };
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

const floorReasons = (floors: readonly MissedFloor[]) =>
  floors.map(
    ({ measured, floor }) =>
      `Missed floor: ${measured.measure.name} is ${digits(measured.value)}, the floor is ${floor}.`,
  );

const failureReasons = (failed: number, all: number) =>
  failed / all > failedAtMost
    ? [`${failed} of ${all} cases failed: the rest does not stand for the whole.`]
    : [];

function changeReason({ measure, before, after, interval, movement, probability, units }: Change): string {
  const what = movement === 'regressed' ? 'Regressed' : 'Inconclusive';
  return `${what}: ${measure.name} went from ${digits(before)} to ${digits(after)} (change for the better, 95 %: ${digits(interval.low)} to ${digits(interval.high)}; ${units} units; p ${digits(probability ?? 1)}).`;
}

export const digits = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(3));
