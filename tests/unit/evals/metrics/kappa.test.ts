import { describe, expect, it } from 'vitest';
import { emptyConfusion, kappaOfConfusion, quadraticKappa } from '#evals/metrics/kappa.ts';

describe('quadratic weighted kappa', () => {
  it('is 1 - observed / expected squared distance, worked by hand', () => {
    // Observed: one miss by 1. Expected from the margins (2,2) and (1,3): (2*3 + 2*1) / 4 = 2. So 1 - 1/2.
    expect(quadraticKappa([0, 0, 1, 1], [0, 1, 1, 1], 2)).toBeCloseTo(0.5, 10);
    // Observed 1. Expected from (1,1,1) and (1,0,2): (0 + 8 + 1 + 2 + 4 + 0) / 3 = 5. So 1 - 1/5.
    expect(quadraticKappa([0, 1, 2], [0, 2, 2], 3)).toBeCloseTo(0.8, 10);
    // Everything turned round: observed 1+1+1+1 = 4, expected (2*2 + 2*2) / 4 = 2.
    expect(quadraticKappa([0, 0, 1, 1], [1, 1, 0, 0], 2)).toBeCloseTo(-1, 10);
  });

  it('says what can be said without variation', () => {
    expect(quadraticKappa([2, 2], [2, 2], 4)).toBe(1);
    // Constant ratings two apart: as bad as chance would be, which is 0.
    expect(quadraticKappa([2, 2], [0, 0], 4)).toBeCloseTo(0, 10);
    expect(kappaOfConfusion(emptyConfusion(4))).toBeNaN();
  });

  it('takes fractional counts, so that a resample can weigh', () => {
    const once = { classes: 2, counts: Float64Array.from([2, 1, 0, 1]) };
    const halved = { classes: 2, counts: Float64Array.from([1, 0.5, 0, 0.5]) };
    expect(kappaOfConfusion(halved)).toBeCloseTo(kappaOfConfusion(once), 10);
  });
});
