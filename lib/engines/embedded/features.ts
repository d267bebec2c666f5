import { languageFeatureNames, languageFeatures } from './language-features.ts';
import { type Span, splitSentences } from './sentences.ts';
import { FeatureBag, hashFeature, type SparseVector } from './sparse.ts';
import { type Token, tokenize } from './tokens.ts';

/** Hashed features live in [0, hashedSize); the dense ones follow. A power of two. */
export const hashedBits = 17;
export const hashedSize = 1 << hashedBits;
export const denseSize = 64;
export const featureSize = hashedSize + denseSize;

export interface Sentence extends Span {
  tokens: readonly Token[];
}

/** Cuts a text into sentences and reads the words of each; offsets of tokens are relative to their sentence. */
export function readSentences(text: string): Sentence[] {
  return splitSentences(text).map((span) => ({ ...span, tokens: tokenize(span.text) }));
}

const slot = (text: string) => hashFeature(text, 7) & (hashedSize - 1);

/** n-grams of words and of characters inside words, repeated ones damped. */
export function lexicalBags(
  tokens: readonly Token[],
  prefix: string,
  kinds: { bigrams: boolean; characters: boolean },
): FeatureBag[] {
  const wordBag = new FeatureBag();
  const pairBag = new FeatureBag();
  const characterBag = new FeatureBag();
  let previous = '^';
  for (const { text } of tokens) {
    wordBag.add(slot(`${prefix}w ${text}`), 1);
    if (kinds.bigrams) pairBag.add(slot(`${prefix}b ${previous} ${text}`), 1);
    if (kinds.characters && !text.startsWith('<')) {
      const padded = `_${text}_`;
      for (let at = 0; at + 4 <= padded.length; at += 1)
        characterBag.add(slot(`${prefix}c ${padded.slice(at, at + 4)}`), 1);
    }
    previous = text;
  }
  return [wordBag.dampen(), pairBag.dampen(), characterBag.dampen()];
}

/** The features of one sentence among its neighbours; blocks are scaled so that length earns nothing. */
export function sentenceVector(sentences: readonly Sentence[], index: number): SparseVector {
  const bag = new FeatureBag();
  const sentence = sentences[index];
  if (!sentence) throw new RangeError(`There is no sentence ${index}.`);
  const [word, pair, characters] = lexicalBags(sentence.tokens, '', { bigrams: true, characters: true });
  if (word) bag.addScaled(word, 1);
  if (pair) bag.addScaled(pair, 0.7);
  if (characters) bag.addScaled(characters, 0.7);
  for (const [prefix, neighbour] of [
    ['<', sentences[index - 1]],
    ['>', sentences[index + 1]],
  ] as const) {
    const [near] = lexicalBags(neighbour?.tokens ?? [], prefix, { bigrams: false, characters: false });
    if (near) bag.addScaled(near, 0.4);
  }
  const dense = languageFeatures(sentence.tokens, sentence.text);
  dense.forEach((value, at) => {
    if (value !== 0) bag.add(hashedSize + at, 0.3 * Math.min(value, 3));
  });
  const at = hashedSize + languageFeatureNames.length;
  const place = (index + 0.5) / sentences.length;
  bag.add(at, 0.5);
  bag.add(at + 1, 0.5 * place);
  bag.add(at + 2, index === 0 ? 0.3 : 0);
  bag.add(at + 3, index === sentences.length - 1 ? 0.3 : 0);
  bag.add(at + 4 + Math.min(4, Math.floor(place * 5)), 0.3);
  return bag.toVector();
}

/** The features of a whole answer. */
export function answerVector(sentences: readonly Sentence[]): SparseVector {
  const bag = new FeatureBag();
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const [word, pair, characters] = lexicalBags(tokens, 'a', { bigrams: true, characters: true });
  if (word) bag.addScaled(word, 1);
  if (pair) bag.addScaled(pair, 0.7);
  if (characters) bag.addScaled(characters, 0.7);
  bag.add(hashedSize + languageFeatureNames.length, 0.5);
  return bag.toVector();
}
