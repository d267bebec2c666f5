import type { Sentence } from './features.ts';
import { languageFeatureNames } from './language-features.ts';
import { meaningDimensions, meaningOf } from './word-vectors.ts';

/** Numbers a sentence: where it points among word vectors, and what it does with language. */
export const traitCount = meaningDimensions + languageFeatureNames.length;

/** More of one kind in a sentence says nothing more. */
const mostCounted = 3;

/** What a sentence is about and how it speaks, as dense numbers; nothing in it was learned from labels. */
export function traitsOf({ tokens, language }: Pick<Sentence, 'tokens' | 'language'>): Float32Array {
  const traits = new Float32Array(traitCount);
  traits.set(meaningOf(tokens));
  traits.set(
    language.map((value) => Math.min(value, mostCounted)),
    meaningDimensions,
  );
  return traits;
}
