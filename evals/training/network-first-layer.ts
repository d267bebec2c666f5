import { columnSums } from '#lib/engines/embedded/matrix.ts';
import { networkWidth } from '#lib/engines/embedded/network.ts';
import { denseRows } from '#lib/engines/embedded/network-input.ts';
import type { SparseVector } from '#lib/engines/embedded/sparse.ts';
import { meaningDimensions, wordVectors } from '#lib/engines/embedded/word-vectors.ts';
import { Learned } from './adam-step.ts';
import { normal } from './random.ts';
import { addScaled } from './ridge.ts';

/** Deviations that the rows start with: those of how a sentence speaks, of words, of pairs. */
const start = { dense: 0.1, word: 0.1, pair: 0.01 } as const;
/** A word that the table of word vectors knows starts from its vector, with this deviation a number. */
const knownDeviation = 0.3;

/** The first layer in training: only the rows that a batch read are moved. */
export class FirstLayer {
  readonly #learned: Learned;
  readonly #read = new Set<number>();

  /** @param words of each row behind the dense ones; null for a pair of words */
  constructor(words: readonly (string | null)[], random: () => number) {
    const rows = denseRows + words.length;
    const weights = Float32Array.from({ length: rows * networkWidth }, (_, at) => {
      const word = words[Math.floor(at / networkWidth) - denseRows];
      return (word === undefined ? start.dense : word === null ? start.pair : start.word) * normal(random);
    });
    const { rows: known, values } = wordVectors();
    const factor = knownDeviation / deviation(values);
    words.forEach((word, at) => {
      const row = word === null ? undefined : known.get(word);
      if (row === undefined) return;
      const vector = values.subarray(row * meaningDimensions, (row + 1) * meaningDimensions);
      weights.set(
        Float32Array.from(vector, (value) => value * factor),
        (denseRows + at) * networkWidth,
      );
    });
    this.#learned = new Learned(weights);
  }

  get weights(): Float32Array {
    return this.#learned.weights;
  }

  /** What the words of a sentence add up to. */
  sums(input: SparseVector): Float64Array {
    return columnSums(this.weights, input, networkWidth);
  }

  /** Adds the slopes of a sentence's rows, from the slope by its sums. */
  addSlopes(input: SparseVector, bySums: Float64Array): void {
    addScaled(this.#learned.slopes, input, bySums);
    for (const row of input.indices) this.#read.add(row);
  }

  step(rate: number): void {
    for (const row of this.#read) this.#learned.step(rate, row * networkWidth, (row + 1) * networkWidth);
    this.#read.clear();
  }
}

function deviation(values: Int8Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
