import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readChanged, readLabelled, readSupplement, writerOf } from '#evals/training/data.ts';
import { foldCount, foldsByWriter } from '#evals/training/folds.ts';

describe('the supplement', () => {
  const labelled = readLabelled();
  const supplement = readSupplement();
  const writers = new Set(supplement.map(writerOf));

  it('has no writer and no answer of the data that is measured on', () => {
    expect(labelled.filter((answer) => writers.has(writerOf(answer)))).toEqual([]);
    const known = new Set(labelled.map(({ answer }) => answer));
    expect(supplement.filter(({ answer }) => known.has(answer))).toEqual([]);
  });

  it('is left out by whole writers, over all folds', () => {
    const folds = foldsByWriter(supplement);
    const pairs = new Set(supplement.map((answer, at) => `${writerOf(answer)} ${folds[at]}`));
    expect(pairs.size).toBe(writers.size);
    expect(new Set(folds).size).toBe(foldCount);
  });

  it('quotes its own words as evidence', () => {
    for (const { answer, gold } of supplement)
      for (const quote of Object.values(gold.evidence ?? {})) expect(answer).toContain(quote);
  });
});

describe('the changed answers', () => {
  const bases = new Map([...readLabelled(), ...readSupplement()].map((answer) => [answer.id, answer]));
  const changed = readChanged();

  it('are made of answers that teach, never of dev or of the pairs that measure', () => {
    const pairs = new Set(readFileSync('evals/data/pairs.jsonl', 'utf8').split('\n'));
    for (const { id, base, answer } of changed) {
      expect(bases.get(base)?.gold.evidence, id).toBeDefined();
      expect(
        [...pairs].some((line) => line.includes(JSON.stringify(answer))),
        id,
      ).toBe(false);
    }
  });

  it('quote their own words as evidence, of scores that stand', () => {
    for (const { id, answer, scores, evidence } of changed)
      for (const [criterion, quote] of Object.entries(evidence)) {
        expect(answer, id).toContain(quote);
        expect(Object.entries(scores).find(([known]) => known === criterion)?.[1], id).toBeGreaterThan(0);
      }
  });

  it('move as their change says', () => {
    const moves = (transform: string) =>
      changed
        .filter((each) => each.transform === transform)
        .flatMap(({ base, scores }) =>
          Object.entries(scores).map(([criterion, score]) => ({
            criterion,
            step:
              score -
              (Object.entries(bases.get(base)?.gold.scores ?? {}).find(([id]) => id === criterion)?.[1] ?? 0),
          })),
        );
    for (const kept of ['padded', 'paraphrase'])
      expect(
        moves(kept).filter(({ step }) => step !== 0),
        kept,
      ).toEqual([]);
    for (const lost of ['we', 'no_result', 'no_numbers', 'no_reflection', 'hypothetical'])
      expect(
        moves(lost).filter(({ step }) => step > 0),
        lost,
      ).toEqual([]);
    expect(moves('stronger').filter(({ step }) => step < 0)).toEqual([]);
  });
});

describe('foldsByWriter', () => {
  it('never splits a writer and fills every fold', () => {
    const labelled = readLabelled();
    const folds = foldsByWriter(labelled);
    const pairs = new Set(labelled.map((answer, at) => `${writerOf(answer)} ${folds[at]}`));
    expect(pairs.size).toBe(new Set(labelled.map(writerOf)).size);
    expect(new Set(folds).size).toBe(foldCount);
  });
});
