import { describe, expect, it } from 'vitest';
import { readLabelled, readSupplement, writerOf } from '#evals/training/data.ts';
import { foldCount, foldsByWriter, supplementFolds } from '#evals/training/folds.ts';

describe('the supplement', () => {
  const labelled = readLabelled();
  const supplement = readSupplement();
  const writers = new Set(supplement.map(writerOf));

  it('has no writer and no answer of the data that is measured on', () => {
    expect(labelled.filter((answer) => writers.has(writerOf(answer)))).toEqual([]);
    const known = new Set(labelled.map(({ answer }) => answer));
    expect(supplement.filter(({ answer }) => known.has(answer))).toEqual([]);
  });

  it('is left out by whole writers, each with another fold', () => {
    const folds = supplementFolds(supplement);
    const pairs = new Set(supplement.map((answer, at) => `${writerOf(answer)} ${folds[at]}`));
    expect(pairs.size).toBe(writers.size);
    expect(new Set(folds).size).toBe(writers.size);
    expect(Math.max(...folds)).toBeLessThan(foldCount);
  });

  it('quotes its own words as evidence', () => {
    for (const { answer, gold } of supplement)
      for (const quote of Object.values(gold.evidence ?? {})) expect(answer).toContain(quote);
  });
});

describe('foldsByWriter', () => {
  it('never splits a writer', () => {
    const labelled = readLabelled();
    const folds = foldsByWriter(labelled);
    const pairs = new Set(labelled.map((answer, at) => `${writerOf(answer)} ${folds[at]}`));
    expect(pairs.size).toBe(new Set(labelled.map(writerOf)).size);
  });
});
