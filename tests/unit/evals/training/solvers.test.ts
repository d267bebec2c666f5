import { describe, expect, it } from 'vitest';
import { type DenseRow, fitDenseRidge } from '#evals/training/dense-ridge.ts';
import { fitKernel } from '#evals/training/kernel-ridge.ts';
import { createRandom } from '#evals/training/random.ts';
import { fitRidge } from '#evals/training/ridge.ts';
import { kernelValue } from '#lib/engines/embedded/kernel-model.ts';

const random = createRandom(3);
const rows: DenseRow[] = Array.from({ length: 40 }, () => {
  const features = [random(), random() * 3, random() - 0.5];
  const [a = 0, b = 0, c = 0] = features;
  return { features, score: 2 * a + b * b - c + 0.1 * random(), weight: 1 };
});
const linear = ({ weights, bias }: { weights: number[]; bias: number }, features: readonly number[]) =>
  features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), bias);
const error = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value, at) => sum + (value - (rows[at]?.score ?? 0)) ** 2, 0) / rows.length;

describe('fitDenseRidge', () => {
  it('finds a line that is there', () => {
    const straight = rows.map((row) => ({
      ...row,
      score: 3 * (row.features[0] ?? 0) - 2 * (row.features[2] ?? 0) + 1,
    }));
    const { model } = fitDenseRidge(straight, 1e-9);
    expect(model.weights[0]).toBeCloseTo(3, 4);
    expect(model.weights[1]).toBeCloseTo(0, 4);
    expect(model.weights[2]).toBeCloseTo(-2, 4);
    expect(model.bias).toBeCloseTo(1, 4);
  });

  it('tells what it would say of a row it had not seen', () => {
    const { unseen } = fitDenseRidge(rows, 1);
    const left = 7;
    const { model } = fitDenseRidge(
      rows.filter((_, at) => at !== left),
      1,
    );
    expect(unseen[left]).toBeCloseTo(linear(model, rows[left]?.features ?? []), 1);
  });

  it('leaves a row of no weight out', () => {
    const stray: DenseRow = { features: [1, 1, 1], score: 1000, weight: 1e-12 };
    expect(fitDenseRidge([...rows, stray], 1).model.bias).toBeCloseTo(fitDenseRidge(rows, 1).model.bias, 4);
  });
});

describe('fitKernel', () => {
  const importance = [1, 1, 1];

  it('bends where a line cannot', () => {
    expect(error(fitKernel(rows, importance).unseen)).toBeLessThan(error(fitDenseRidge(rows, 1).unseen));
  });

  it('tells what it would say of a row it had not seen', () => {
    const { unseen } = fitKernel(rows, importance);
    const left = 11;
    const { model } = fitKernel(
      rows.filter((_, at) => at !== left),
      importance,
    );
    expect(Math.abs((unseen[left] ?? 0) - kernelValue(model, rows[left]?.features ?? []))).toBeLessThan(0.15);
  });

  it.each([0, 2])('says of a row it has not seen the same at run time, with %i features inside', (inner) => {
    const stray: DenseRow = { features: [0.5, 1.5, 0], score: 40, weight: 1e-9 };
    const { model, unseen } = fitKernel([...rows, stray], importance, { inner });
    expect(kernelValue(model, stray.features)).toBeCloseTo(unseen[rows.length] ?? 0, 4);
  });

  it('learns from all rows, also those that it does not remember', () => {
    const many = Array.from({ length: 700 }, (): DenseRow => {
      const features = [random(), random() * 3, random() - 0.5];
      const [a = 0, b = 0, c = 0] = features;
      return { features, score: 2 * a + b * b - c + 2 * (random() - 0.5), weight: 1 };
    });
    const off = (known: readonly DenseRow[]) => {
      const { model } = fitKernel(known, importance);
      const given = rows.map(({ features }) => kernelValue(model, features));
      return { remembered: model.pulls.length, error: error(given) };
    };
    expect(off(many).remembered).toBe(500);
    expect(off(many).error).toBeLessThan(off(many.slice(0, 60)).error);
  });

  it('moves as a contrast says, whatever the rows say of where the score is', () => {
    const [from, to] = [
      [0.2, 1, 0],
      [0.8, 1, 0],
    ];
    const contrasts = Array.from({ length: 200 }, () => ({ from, to, change: -1 }));
    const moved = ({ model }: ReturnType<typeof fitKernel>) =>
      kernelValue(model, to) - kernelValue(model, from);
    const told = fitKernel(rows, importance, { contrasts });
    expect(moved(fitKernel(rows, importance))).toBeGreaterThan(0.5);
    expect(moved(told)).toBeLessThan(-0.5);
    const middle = rows.reduce((sum, { score }) => sum + score, 0) / rows.length;
    expect(told.model.bias).toBeCloseTo(middle, 5);
  });

  it('says of a row it has seen the same in training and at run time', () => {
    const { model, unseen } = fitKernel(rows, importance);
    const seen = rows.map(({ features }) => kernelValue(model, features));
    expect(error(seen)).toBeLessThan(error(unseen));
  });
});

describe('fitRidge', () => {
  it('solves for all outputs at once, whatever the order of the rows', () => {
    const vectors = rows.map(({ features }) => ({
      indices: Uint32Array.from([0, 1, 2]),
      values: Float32Array.from(features),
    }));
    const targets = Float32Array.from(
      rows.flatMap(({ features }) => [2 * (features[0] ?? 0), -(features[1] ?? 0)]),
    );
    const problem = {
      rows: vectors,
      size: 3,
      outputs: 2,
      targets,
      weights: new Float32Array(80).fill(1),
      lambda: 1e-3,
      epochs: 400,
    };
    for (const seed of [1, 2]) {
      const w = fitRidge({ ...problem, seed });
      expect(w[0]).toBeCloseTo(2, 1);
      expect(w[3]).toBeCloseTo(-1, 1);
      expect(w[1]).toBeCloseTo(0, 1);
    }
    expect(fitRidge({ ...problem, seed: 1 })).toEqual(fitRidge({ ...problem, seed: 1 }));
  });
});
