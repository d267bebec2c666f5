import { describe, expect, it } from 'vitest';
import { quadraticKappa } from '#evals/training/kappa.ts';

describe('quadraticKappa', () => {
  it('is 1 for the same, 0 for chance, below 0 for the opposite', () => {
    expect(quadraticKappa([0, 1, 2, 3], [0, 1, 2, 3], 4)).toBe(1);
    expect(quadraticKappa([0, 0, 3, 3], [0, 3, 0, 3], 4)).toBeCloseTo(0);
    expect(quadraticKappa([0, 0, 3, 3], [3, 3, 0, 0], 4)).toBeLessThan(0);
  });
});
