import { describe, expect, it } from 'vitest';
import { adjacentAgreement, biasInBand, exactAgreement } from '#evals/metrics/agreement.ts';
import { holmAdjusted } from '#evals/metrics/holm.ts';
import { quantile, wilson } from '#evals/metrics/intervals.ts';
import { orderedShare, orderTable } from '#evals/metrics/ordering.ts';
import { apartRate, flipRate } from '#evals/metrics/stability.ts';

const rows = [
  { gold: 0, given: 1 },
  { gold: 0, given: 0 },
  { gold: 3, given: 1 },
  { gold: 3, given: 3 },
];

describe('agreement', () => {
  it('counts equal and near ratings, and the error of each gold score with its sign', () => {
    expect(exactAgreement(rows)).toEqual([2, 4]);
    expect(adjacentAgreement(rows)).toEqual([3, 4]);
    expect([0, 1, 3].map((band) => biasInBand(rows, band))).toEqual([
      [1, 2],
      [0, 0],
      [-2, 2],
    ]);
  });
});

describe('stability', () => {
  it('counts pairs of repeats that differ', () => {
    // a-a same, a-b twice different; c-c same: 2 of 4.
    expect(
      flipRate([
        ['a', 'a', 'b'],
        ['c', 'c'],
      ]),
    ).toBe(0.5);
    expect(apartRate([[0, 2, 1]], 2)).toBeCloseTo(1 / 3, 10);
    expect(flipRate([['alone']])).toBeNaN();
  });
});

describe('ordering', () => {
  it('counts pairs far enough apart, a tie as half', () => {
    const table = orderTable(
      [
        { gold: 0, given: 5, cluster: 0 },
        { gold: 1, given: 9, cluster: 0 },
        { gold: 2, given: 5, cluster: 1 },
        { gold: 3, given: 8, cluster: 1 },
      ],
      2,
      2,
    );
    // 0-2 tie (0.5), 0-3 right (1), 1-3 wrong (0).
    expect(orderedShare(table, [1, 1])).toBe(0.5);
    expect(orderedShare(table, [1, 0])).toBeNaN();
  });
});

describe('intervals', () => {
  it("are Wilson's", () => {
    expect(wilson(8, 10).low).toBeCloseTo(0.4902, 4);
    expect(wilson(8, 10).high).toBeCloseTo(0.9433, 4);
    expect(wilson(0, 42)).toEqual({ low: 0, high: expect.closeTo(0.0838, 4) });
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('take quantiles between values', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe("Holm's correction", () => {
  it('multiplies step by step and never falls', () => {
    const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((value, at) => {
      expect(adjusted[at]).toBeCloseTo(value, 10);
    });
    expect(holmAdjusted([0.6, 0.9])).toEqual([1, 1]);
  });
});
