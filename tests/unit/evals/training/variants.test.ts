import { describe, expect, it } from 'vitest';
import { readLabelled, writerOf } from '#evals/training/data.ts';
import { foldCount, foldsByWriter } from '#evals/training/folds.ts';
import { quadraticKappa } from '#evals/training/kappa.ts';
import { createRandom } from '#evals/training/random.ts';
import { variantsOf } from '#evals/training/variants.ts';

const labelled = readLabelled();
const variants = labelled.slice(280, 340).flatMap((answer) =>
  variantsOf(answer, ['I like to think about quality.'], createRandom(1)).map((variant) => ({
    answer,
    ...variant,
  })),
);

describe('variantsOf', () => {
  it('never gives a criterion more than the raters gave the answer', () => {
    expect(variants.length).toBeGreaterThan(60);
    for (const { answer, scores } of variants)
      for (const [criterion, score] of Object.entries(scores))
        expect(score).toBeLessThanOrEqual(
          Object.entries(answer.gold.scores).find(([id]) => id === criterion)?.[1] ?? -1,
        );
  });

  it('takes the lesson away with its score', () => {
    const without = variants.filter(
      ({ answer, scores }) => (answer.gold.scores.reflection ?? 0) > 0 && scores.reflection === 0,
    );
    expect(without.length).toBeGreaterThan(5);
    for (const { answer, text } of without) expect(text).not.toContain(answer.gold.evidence?.reflection);
  });
});

describe('foldsByWriter', () => {
  it('keeps every writer whole and fills every fold', () => {
    const folds = foldsByWriter(labelled);
    const byWriter = new Map<string, Set<number>>();
    labelled.forEach((answer, at) => {
      const known = byWriter.get(writerOf(answer)) ?? new Set();
      byWriter.set(writerOf(answer), known.add(folds[at] ?? -1));
    });
    for (const seen of byWriter.values()) expect(seen.size).toBe(1);
    expect(new Set(folds).size).toBe(foldCount);
  });
});

describe('quadraticKappa', () => {
  it('is 1 for the same, 0 for chance, below 0 for the opposite', () => {
    expect(quadraticKappa([0, 1, 2, 3], [0, 1, 2, 3], 4)).toBe(1);
    expect(quadraticKappa([0, 0, 3, 3], [0, 3, 0, 3], 4)).toBeCloseTo(0);
    expect(quadraticKappa([0, 0, 3, 3], [3, 3, 0, 0], 4)).toBeLessThan(0);
  });
});
