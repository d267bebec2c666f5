import { describe, expect, it } from 'vitest';
import { fitRarityRidge } from '#evals/training/rarity-ridge.ts';
import { fitRidge } from '#evals/training/ridge.ts';

const common = 0;
const rare = 1;
const aside = 2;

/** A word of every text and one of every tenth: both stand in all texts of the high target. */
const rows = Array.from({ length: 100 }, (_, at) => {
  const indices = at % 10 === 0 ? [common, rare] : [common, aside];
  return { indices: Uint32Array.from(indices), values: Float32Array.from(indices, () => 1) };
});
const problem = {
  rows,
  size: 3,
  outputs: 1,
  targets: Float32Array.from(rows, (_, at) => (at % 10 === 0 ? 1 : 0)),
  weights: new Float32Array(rows.length).fill(1),
  lambda: 20,
  epochs: 200,
  seed: 1,
};

describe('fitRarityRidge', () => {
  it('gives a rare word more of what it tells than a plain ridge does', () => {
    expect(fitRarityRidge(problem)[rare]).toBeGreaterThan(1.1 * (fitRidge(problem)[rare] ?? 0));
  });

  it('gives weights for the features as they come in: with next to no penalty the same as a plain ridge', () => {
    const free = { ...problem, lambda: 1e-4 };
    const read = (weights: Float32Array) =>
      rows.map(({ indices }) => indices.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0));
    read(fitRarityRidge(free)).forEach((value, at) => {
      expect(value).toBeCloseTo(read(fitRidge(free))[at] ?? 0, 2);
    });
  });

  it('counts texts: a feature may stand twice in every one of them', () => {
    const twice = rows.map(({ indices, values }) => ({
      indices: Uint32Array.from([common, ...indices]),
      values: Float32Array.from([1, ...values]),
    }));
    for (const weight of fitRarityRidge({ ...problem, rows: twice })) expect(weight).not.toBeNaN();
  });

  it('gives the same whenever it is asked', () => {
    expect(fitRarityRidge(problem)).toEqual(fitRarityRidge(problem));
  });
});
