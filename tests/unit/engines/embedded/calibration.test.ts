import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, rounded } from '#lib/engines/embedded/calibration.ts';

const cuts = [0.4, 1.1, 2.6];

describe('calibrate', () => {
  it('puts the cut points between two printed scores', () => {
    cuts.forEach((cut, at) => {
      expect(calibrate(cut, cuts)).toBeCloseTo(at + 0.5);
      expect(rounded(calibrate(cut - 1e-6, cuts))).toBe(at);
      expect(rounded(calibrate(cut + 1e-6, cuts))).toBe(at + 1);
    });
  });

  it('never falls as the raw value rises and stays on the scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (raw, more) => {
          const [low, high] = [calibrate(raw, cuts), calibrate(raw + more, cuts)];
          expect(high).toBeGreaterThanOrEqual(low);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(3);
        },
      ),
    );
  });

  it('still tells two answers apart beyond the outermost cut points', () => {
    expect(calibrate(4.2, cuts)).toBeGreaterThan(calibrate(3.8, cuts));
    expect(calibrate(4.2, cuts)).toBeLessThan(3);
    expect(calibrate(-0.9, cuts)).toBeLessThan(calibrate(-0.5, cuts));
    expect(calibrate(-0.9, cuts)).toBeGreaterThan(0);
  });

  it.each([0.4, 2.6])('has no kink at an outermost cut point (%d)', (cut) => {
    const slope = (from: number) => (calibrate(from + 1e-5, cuts) - calibrate(from, cuts)) / 1e-5;
    const [before, after] = [slope(cut - 1e-4), slope(cut + 1e-4)];
    expect(before).toBeCloseTo(after, 2);
  });

  it('keeps to the scale of two cut points as well', () => {
    expect(rounded(calibrate(9, [0.5, 1.5]))).toBe(2);
    expect(rounded(calibrate(-9, [0.5, 1.5]))).toBe(0);
  });
});
