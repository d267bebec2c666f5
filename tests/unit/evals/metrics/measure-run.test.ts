import { describe, expect, it } from 'vitest';
import { measureRun } from '#evals/metrics/measure-run.ts';
import type { CaseRecord } from '#evals/suites/finding.ts';

/** Answers read three times at SDE2: as told, in votes 0-3. */
const repeated = (readings: readonly (readonly number[])[]): CaseRecord[] =>
  readings.map((values, at) => ({
    status: 'graded',
    id: `consistency/${at}`,
    suite: 'consistency',
    group: 'hbdc',
    unit: String(at),
    writer: `w${at}`,
    finding: {
      shares: { 'flip:sde2': [values[0] === values[1] ? 0 : 1, 1] },
      tables: { 'repeat:sde2': values.map((value, reading): [number, number] => [reading, value]) },
      broken: [],
      missed: [],
    },
  }));

describe('the measures of repeated readings', () => {
  it('are alpha and flips over the answers, with n', () => {
    const steady = measureRun(
      repeated([
        [0, 0, 0],
        [1, 1, 1],
        [2, 2, 2],
        [3, 3, 3],
        [1, 1, 1],
        [2, 2, 2],
      ]),
    );
    expect(steady.find(({ measure }) => measure.id === 'alpha-vote')).toMatchObject({ value: 1, n: 6 });
    const shaky = measureRun(
      repeated([
        [0, 1, 0],
        [1, 1, 2],
        [2, 0, 2],
        [3, 1, 3],
        [1, 2, 1],
        [2, 2, 0],
      ]),
    );
    const alpha = shaky.find(({ measure }) => measure.id === 'alpha-vote');
    expect(alpha?.value).toBeLessThan(0.7);
    expect(alpha?.interval.low).toBeLessThan(alpha?.value ?? 0);
    expect(shaky.find(({ measure }) => measure.id === 'flip:sde2')?.value).toBeCloseTo(4 / 6, 10);
  });

  it('are not there when nothing was repeated', () => {
    expect(measureRun([])).toEqual([]);
  });
});
