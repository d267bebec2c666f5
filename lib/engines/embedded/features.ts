import { type LabelledCriterion, labelledCriteria } from '#lib/domain/rubric.ts';
import { languageFeatureNames, languageFeatures } from './language-features.ts';
import { type Span, splitSentences } from './sentences.ts';
import { combineHashes, hashText, type SparseVector, VectorBuilder } from './sparse.ts';
import { type Token, tokenize } from './tokens.ts';
import { meaningDimensions } from './word-vectors.ts';

/** Hashed features live in [0, hashedSize); the dense ones follow. A power of two. */
export const hashedBits = 16;
export const hashedSize = 1 << hashedBits;
const languageSize = 64;
/** A meaning stands alone, and once more for each criterion that it may be read for. */
export const denseSize = languageSize + meaningDimensions * (1 + labelledCriteria.length);
export const featureSize = hashedSize + denseSize;

export interface Sentence extends Span {
  tokens: readonly Token[];
  /** `languageFeatures` of it */
  language: Float32Array;
}

/** Cuts a text into sentences and reads the words of each; offsets of tokens are relative to their sentence. */
export function readSentences(text: string): Sentence[] {
  return splitSentences(text).map((span) => {
    const tokens = tokenize(span.text);
    return { ...span, tokens, language: languageFeatures(tokens, span.text) };
  });
}

/** Kinds of features, told apart by a hash of their own. */
const kinds = {
  word: hashText('word'),
  pair: hashText('pair'),
  characters: hashText('characters'),
  before: hashText('before'),
  after: hashText('after'),
  answer: hashText('answer'),
} as const;

const slot = (hash: number, kind: number) => combineHashes(hash, kind) & (hashedSize - 1);

/** The words of a passage as features of one kind. */
export function wordFeatures(tokens: readonly Token[], kind: number): number[] {
  return tokens.map(({ text }) => slot(hashText(text), kind));
}

function pairFeatures(tokens: readonly Token[], kind: number): number[] {
  let previous = 0;
  return tokens.map(({ text }) => {
    const hash = hashText(text);
    const feature = slot(combineHashes(previous, hash), kind);
    previous = hash;
    return feature;
  });
}

/** Runs of four characters inside words, which see through endings; figures have none. */
function characterFeatures(tokens: readonly Token[], kind: number): number[] {
  return tokens.flatMap(({ text }) => {
    if (text.startsWith('<')) return [];
    const padded = `_${text}_`;
    const features: number[] = [];
    for (let at = 0; at + 4 <= padded.length; at += 1)
      features.push(slot(hashText(padded.slice(at, at + 4)), kind));
    return features;
  });
}

/** n-grams of words and of characters inside words, each kind a block of its own. */
export function addLexical(vector: VectorBuilder, tokens: readonly Token[], source: number): void {
  if (tokens.length === 0) return;
  vector.addBlock(wordFeatures(tokens, combineHashes(kinds.word, source)), 1);
  vector.addBlock(pairFeatures(tokens, combineHashes(kinds.pair, source)), 0.7);
  const characters = characterFeatures(tokens, combineHashes(kinds.characters, source));
  if (characters.length > 0) vector.addBlock(characters, 0.7);
}

/** The direction of a text among word vectors, scaled to the given length; read for a criterion, in a place of its own. */
export function addMeaning(
  vector: VectorBuilder,
  meaning: Float64Array,
  length: number,
  criterion?: LabelledCriterion,
): void {
  const block = criterion === undefined ? 0 : 1 + labelledCriteria.indexOf(criterion);
  const start = hashedSize + languageSize + block * meaningDimensions;
  meaning.forEach((value, at) => {
    if (value !== 0) vector.add(start + at, length * value);
  });
}

/** Where a sentence stands among `count`: its middle, 0-1, and which fifth of the text that is, 0-4. */
export function placeOf(index: number, count: number): { place: number; fifth: number } {
  const place = (index + 0.5) / count;
  return { place, fifth: Math.min(4, Math.floor(place * 5)) };
}

/** The features of one sentence among its neighbours; blocks are scaled so that length earns nothing. */
export function sentenceVector(
  sentences: readonly Sentence[],
  index: number,
  meaning?: Float64Array,
): SparseVector {
  const vector = new VectorBuilder();
  const sentence = sentences[index];
  if (!sentence) throw new RangeError(`There is no sentence ${index}.`);
  addLexical(vector, sentence.tokens, 0);
  for (const [kind, neighbour] of [
    [kinds.before, sentences[index - 1]],
    [kinds.after, sentences[index + 1]],
  ] as const) {
    if (neighbour && neighbour.tokens.length > 0) vector.addBlock(wordFeatures(neighbour.tokens, kind), 0.4);
  }
  sentence.language.forEach((value, at) => {
    if (value !== 0) vector.add(hashedSize + at, 0.3 * Math.min(value, 3));
  });
  const at = hashedSize + languageFeatureNames.length;
  const { place, fifth } = placeOf(index, sentences.length);
  vector.add(at, 0.5);
  vector.add(at + 1, 0.5 * place);
  if (index === 0) vector.add(at + 2, 0.3);
  if (index === sentences.length - 1) vector.add(at + 3, 0.3);
  vector.add(at + 4 + fifth, 0.3);
  if (meaning) addMeaning(vector, meaning, 1);
  return vector.build();
}

/** The features of a whole answer. */
export function answerVector(sentences: readonly Sentence[]): SparseVector {
  const vector = new VectorBuilder();
  addLexical(
    vector,
    sentences.flatMap((sentence) => sentence.tokens),
    kinds.answer,
  );
  vector.add(hashedSize + languageFeatureNames.length, 0.5);
  return vector.build();
}
