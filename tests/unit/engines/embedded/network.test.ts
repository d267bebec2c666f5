import { describe, expect, it } from 'vitest';
import { labelledCriteria } from '#lib/domain/rubric.ts';
import { readSentences } from '#lib/engines/embedded/features.ts';
import { headColumns, pass, readThroughNetwork } from '#lib/engines/embedded/network.ts';
import { denseRows, networkInputs, wordHashes } from '#lib/engines/embedded/network-input.ts';
import { randomLayers, randomSums } from '#tests/support/network.ts';

const story =
  'I pulled the logs of forty nights. The retry ran weekly. I made it hourly, and the backlog was gone.';
const criteria = labelledCriteria.length;

describe('networkInputs', () => {
  const sentences = readSentences(story);
  const known = new Map(
    sentences.flatMap((sentence) => wordHashes(sentence).words).map((hash, at) => [hash, denseRows + at]),
  );
  const words = (input: { indices: Uint32Array }) => [...input.indices].filter((row) => row >= denseRows);

  it('reads the words that it knows, and none that it does not', () => {
    const [first] = networkInputs(sentences, known);
    expect(first && words(first)).toHaveLength(sentences[0]?.tokens.length ?? -1);
    const [unknown] = networkInputs(sentences, new Map());
    expect(unknown && words(unknown)).toEqual([]);
  });

  it('reads a sentence said twice over as loudly as once, but for its length', () => {
    const lengthOf = (text: string) => {
      const [input] = networkInputs(readSentences(text), known);
      const values = input ? [...input.values].filter((_, at) => (input.indices[at] ?? 0) >= denseRows) : [];
      return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    };
    expect(lengthOf('I pulled the logs of forty nights')).toBeCloseTo(
      lengthOf('I pulled the logs of forty nights I pulled the logs of forty nights'),
      5,
    );
  });

  it('tells the first sentence and the last from those between', () => {
    const [first, second, third] = networkInputs(sentences, known).map(({ indices }) =>
      [...indices].filter((row) => row < denseRows),
    );
    expect(new Set([String(first), String(second), String(third)]).size).toBe(3);
  });
});

describe('pass', () => {
  const later = randomLayers(11);

  it('gives each sentence a share, all of them one', () => {
    const sums = randomSums(5, 3);
    const { shares, said, scores } = pass(sums, later);
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      const all = sums.map((_, at) => shares[at * criteria + criterion] ?? Number.NaN);
      expect(Math.min(...all)).toBeGreaterThan(0);
      expect(all.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    expect(said).toHaveLength(5 * headColumns);
    expect([...scores].every(Number.isFinite)).toBe(true);
  });

  it('reads a sentence by its neighbours: in another order they say something else', () => {
    const sums = randomSums(4, 5);
    expect([...pass(sums, later).scores]).not.toEqual([...pass(sums.toReversed(), later).scores]);
  });

  it('gives a number for an answer without a sentence', () => {
    const { scores } = pass([], later);
    expect([...scores].every(Number.isFinite)).toBe(true);
  });
});

describe('readThroughNetwork', () => {
  it('scores an answer of any length, with words that it never saw', () => {
    const rows = denseRows;
    const network = {
      vocabulary: new Map<number, number>(),
      first: {
        columns: 48,
        scales: new Float32Array(48).fill(0.01),
        weights: new Int8Array(rows * 48).fill(3),
      },
      later: randomLayers(2),
    };
    for (const text of ['Yes.', story, `${story} `.repeat(40)])
      expect([...readThroughNetwork(readSentences(text), network)].every(Number.isFinite)).toBe(true);
  });
});
