import { describe, expect, it } from 'vitest';
import { normalBelow, percentileInterval, resample, worseProbability } from '#evals/metrics/bootstrap.ts';
import { createRandom } from '#evals/training/random.ts';

const draw = (values: readonly number[], clusters: number) => (weights: Float64Array) => {
  const total = values.reduce((sum, _, at) => sum + (weights[at % clusters] ?? 0), 0);
  return { mean: values.reduce((sum, value, at) => sum + value * (weights[at % clusters] ?? 0), 0) / total };
};

describe('cluster bootstrap', () => {
  it('draws as many clusters as there are, and is the same for the same seed', () => {
    const totals: number[] = [];
    const run = () =>
      resample({ clusters: 7, replicates: 50, random: createRandom(3) }, (weights) => {
        totals.push(weights.reduce((sum, weight) => sum + weight, 0));
        return { first: weights[0] ?? 0 };
      });
    expect(run()).toEqual(run());
    expect(new Set(totals)).toEqual(new Set([7]));
  });

  it('is wider when what moves together is drawn together', () => {
    // 200 values in 4 clusters, all alike within one: as alone they would look like much more than four facts.
    const values = Array.from({ length: 200 }, (_, at) => (at % 4) / 3);
    const width = (clusters: number) => {
      const drawn = resample({ clusters, replicates: 500, random: createRandom(1) }, draw(values, clusters));
      const { low, high } = percentileInterval(drawn.mean ?? []);
      return high - low;
    };
    expect(width(4)).toBeGreaterThan(4 * width(200));
  });

  it('covers the truth about as often as it says', () => {
    const random = createRandom(11);
    let covered = 0;
    const trials = 200;
    for (let trial = 0; trial < trials; trial += 1) {
      const values = Array.from({ length: 80 }, () => (random() < 0.7 ? 1 : 0));
      const drawn = resample({ clusters: 80, replicates: 300, random }, draw(values, 80));
      const { low, high } = percentileInterval(drawn.mean ?? []);
      if (low <= 0.7 && 0.7 <= high) covered += 1;
    }
    expect(covered / trials).toBeGreaterThan(0.88);
    expect(covered / trials).toBeLessThan(0.995);
  });
});

describe('probability of being no worse', () => {
  it('counts the sample itself with the replicates', () => {
    expect(worseProbability([-1, -2, -3], -2)).toBe(0.25);
    expect(worseProbability([0, 0, 0], 0)).toBe(1);
    expect(worseProbability([-1, 1, Number.NaN], -5)).toBeCloseTo(2 / 3, 10);
  });

  it('takes the normal estimate where it is the larger one', () => {
    // Replicates with a spread of 1 around -2: none is above 0, the normal share above 0 is 2.3 %.
    const replicates = [-3, -1, -3, -1].flatMap((value) => Array.from({ length: 500 }, () => value));
    expect(worseProbability(replicates, -2)).toBeCloseTo(0.0228, 3);
  });

  it('knows the normal', () => {
    expect(normalBelow(-1.959964)).toBeCloseTo(0.025, 6);
    expect(normalBelow(0)).toBeCloseTo(0.5, 6);
    expect(normalBelow(1.644854)).toBeCloseTo(0.95, 6);
  });
});
