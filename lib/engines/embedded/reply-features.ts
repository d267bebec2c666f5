import { type Criterion, isLabelled, labelledCriteria } from '#lib/domain/rubric.ts';
import {
  addLexical,
  addMeaning,
  hashedSize,
  type Sentence,
  sentenceVector,
  wordFeatures,
} from './features.ts';
import { languageFeatureNames, languageFeatures } from './language-features.ts';
import { combineHashes, hashText, type SparseVector, VectorBuilder } from './sparse.ts';
import { meanDirection, meaningOf } from './word-vectors.ts';

/** A reply is read with what its question aims at and the story it is about. */
export interface ReplyInput {
  text: string;
  sentences: readonly Sentence[];
  /** the criteria the question aims at */
  aims: readonly Criterion[];
  story: readonly Sentence[];
}

/** A reply as its models read it. */
export interface ReplyVectors {
  whole: SparseVector;
  sentences: readonly SparseVector[];
  /** its language, what it adds to the story, what was asked */
  dense: readonly number[];
}

const source = hashText('reply');
/** Words this long carry content more often than not. */
const contentLength = 5;

/** What is read of a reply; scaled throughout, so that length earns nothing. */
export function replyVectors(input: ReplyInput): ReplyVectors {
  const tokens = input.sentences.flatMap((sentence) => sentence.tokens);
  const told = new Set(input.story.flatMap((sentence) => sentence.tokens.map(({ text }) => text)));
  const content = tokens.filter(({ text }) => text.length >= contentLength);
  const shared = content.filter(({ text }) => told.has(text)).length;
  const language = Array.from(languageFeatures(tokens, input.text));
  const overlap = [shared / (content.length + 1), (content.length - shared) / (tokens.length + 5)];
  const meanings = input.sentences.map((sentence) => meaningOf(sentence.tokens));
  return {
    whole: wholeVector(input, language, overlap, meanDirection(meanings)),
    sentences: input.sentences.map((_, index) => sentenceVector(input.sentences, index, meanings[index])),
    dense: [
      ...language.map((value) => Math.sqrt(value / (tokens.length + 8))),
      ...overlap,
      ...labelledCriteria.map((criterion) => (input.aims.includes(criterion) ? 1 : 0)),
    ],
  };
}

/** Words and meaning, both alone and given each aim that replies were rated for (no reply was seen for the others); language. */
function wholeVector(
  { sentences, aims: aimedAt }: ReplyInput,
  language: readonly number[],
  overlap: readonly number[],
  meaning: Float64Array,
): SparseVector {
  const vector = new VectorBuilder();
  const aims = aimedAt.filter(isLabelled);
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  addLexical(vector, tokens, source);
  if (tokens.length > 0) {
    for (const aim of aims) {
      vector.addBlock(
        wordFeatures(tokens, combineHashes(source, hashText(aim))),
        0.5 / Math.sqrt(aims.length),
      );
    }
  }
  const perWord = 1 / Math.sqrt(tokens.length + 10);
  language.forEach((value, at) => {
    if (value !== 0) vector.add(hashedSize + at, value * perWord);
  });
  const at = hashedSize + languageFeatureNames.length;
  vector.add(at, 0.5);
  overlap.forEach((value, index) => {
    vector.add(at + 1 + index, value);
  });
  addMeaning(vector, meaning, 1);
  for (const aim of aims) addMeaning(vector, meaning, 0.7, aim);
  return vector.build();
}
