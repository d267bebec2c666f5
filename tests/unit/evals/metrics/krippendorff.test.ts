import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from '#evals/metrics/krippendorff.ts';

/** Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section D: four observers, twelve units, gaps. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
];
const units = Array.from({ length: 12 }, (_, unit) => observers.map((ratings) => ratings[unit] ?? null));

describe("Krippendorff's alpha", () => {
  it('gives the published values of the published example', () => {
    expect(krippendorffAlpha(units, 6, 'nominal')).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(units, 6, 'ordinal')).toBeCloseTo(0.815, 3);
    expect(krippendorffAlpha(units, 6, 'interval')).toBeCloseTo(0.849, 3);
  });

  it('is 1 when nothing differs, and says nothing of units that were rated once', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
          [1, 1],
        ],
        4,
        'ordinal',
      ),
    ).toBe(1);
    expect(krippendorffAlpha([[1], [2, null]], 4, 'ordinal')).toBeNaN();
  });

  it('is worked by hand for two units of two ratings', () => {
    // Coincidences: 0-1 twice, 1-1 twice. Totals (1, 3), n = 4. Observed 2; expected 2*1*3/3 = 2. Alpha 0.
    expect(
      krippendorffAlpha(
        [
          [0, 1],
          [1, 1],
        ],
        2,
        'nominal',
      ),
    ).toBeCloseTo(0, 10);
  });
});
