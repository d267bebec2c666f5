import { placeOf, type Sentence } from './features.ts';
import { languageFeatureNames } from './language-features.ts';
import { combineHashes, hashText, type SparseVector } from './sparse.ts';

/** The row of each word and each pair of neighbouring words that the network knows, by its hash. */
export type Vocabulary = ReadonlyMap<number, number>;

const places = languageFeatureNames.length;
/** Place, first, last, one of five parts, length, and one that is always there (the bias). */
const placeCount = 10;
/** The network's rows begin with those of how a sentence speaks and where it stands; the words' follow. */
export const denseRows = places + placeCount;

/** A sentence of three words or fewer is read as if it had three. */
const fewestWords = 3;
/** A sentence of this many words has length 1; lengths above 2 are the same. */
const usualWords = 20;

/** The words of a sentence and its pairs of neighbouring words (its first word pairs with nothing), as hashes. */
export function wordHashes({ tokens }: Sentence): { words: number[]; pairs: number[] } {
  const words = tokens.map(({ text }) => hashText(text));
  return { words, pairs: words.map((word, at) => combineHashes(words[at - 1] ?? 0, word)) };
}

/**
 * What the network reads of each sentence: how it speaks, where it stands, and its words and pairs as far as the network
 * knows them, scaled so that the length of the sentence earns nothing.
 */
export function networkInputs(sentences: readonly Sentence[], vocabulary: Vocabulary): SparseVector[] {
  return sentences.map((sentence, index) => {
    const indices: number[] = [];
    const values: number[] = [];
    const add = (row: number, value: number) => {
      if (value === 0) return;
      indices.push(row);
      values.push(value);
    };
    sentence.language.forEach((value, at) => {
      add(at, Math.min(value, 3));
    });
    const { place, fifth } = placeOf(index, sentences.length);
    add(places, place);
    add(places + 1, index === 0 ? 1 : 0);
    add(places + 2, index === sentences.length - 1 ? 1 : 0);
    add(places + 3 + fifth, 1);
    add(places + 8, Math.min(2, sentence.tokens.length / usualWords));
    add(places + 9, 1);
    const { words, pairs } = wordHashes(sentence);
    const value = 1 / Math.sqrt(Math.max(fewestWords, words.length));
    for (const hash of [...words, ...pairs]) {
      const row = vocabulary.get(hash);
      if (row !== undefined) add(row, value);
    }
    return { indices: Uint32Array.from(indices), values: Float32Array.from(values) };
  });
}
