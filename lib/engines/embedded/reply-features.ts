import type { Criterion } from '#lib/domain/rubric.ts';
import { hashedSize, lexicalBags, type Sentence } from './features.ts';
import { languageFeatureNames, languageFeatures } from './language-features.ts';
import { FeatureBag, type SparseVector } from './sparse.ts';

/** A reply is read with what its question aims at and the story it is about. */
export interface ReplyInput {
  text: string;
  sentences: readonly Sentence[];
  /** the criteria the question aims at */
  aims: readonly Criterion[];
  story: readonly Sentence[];
}

/** The features of a reply: its words, its words given each aim, its language; scaled so that length earns nothing. */
export function replyVector({ text, sentences, aims, story }: ReplyInput): SparseVector {
  const bag = new FeatureBag();
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const [words, pairs, characters] = lexicalBags(tokens, 'r', { bigrams: true, characters: true });
  if (words) bag.addScaled(words, 1);
  if (pairs) bag.addScaled(pairs, 0.7);
  if (characters) bag.addScaled(characters, 0.7);
  for (const aim of aims) {
    const [given] = lexicalBags(tokens, `r ${aim} `, { bigrams: false, characters: false });
    if (given) bag.addScaled(given, 0.5 / Math.sqrt(aims.length));
  }
  const perWord = 1 / Math.sqrt(tokens.length + 10);
  languageFeatures(tokens, text).forEach((value, at) => {
    if (value !== 0) bag.add(hashedSize + at, value * perWord);
  });
  const at = hashedSize + languageFeatureNames.length;
  const told = new Set(story.flatMap((sentence) => sentence.tokens.map(({ text: word }) => word)));
  const content = tokens.filter(({ text: word }) => word.length > 4);
  const shared = content.filter(({ text: word }) => told.has(word)).length;
  bag.add(at, 0.5);
  bag.add(at + 1, content.length === 0 ? 0 : shared / content.length);
  bag.add(at + 2, content.length === 0 ? 0 : (content.length - shared) / (tokens.length + 5));
  return bag.toVector();
}
