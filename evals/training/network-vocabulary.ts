import type { Sentence } from '#lib/engines/embedded/features.ts';
import { denseRows, type Vocabulary, wordHashes } from '#lib/engines/embedded/network-input.ts';

/** A word that stands in fewer texts than this is not learned; nor is a pair of words. */
const fewestTexts = { word: 6, pair: 60 } as const;

/** The words and pairs that enough texts have, each with its row; out, too, the words whose row is known by their spelling. */
export function vocabularyOf(texts: readonly (readonly Sentence[])[]): {
  vocabulary: Vocabulary;
  /** of each row behind the dense ones, the word; null for a pair */
  words: (string | null)[];
} {
  const texted = { words: new Map<number, number>(), pairs: new Map<number, number>() };
  const spelled = new Map<number, string>();
  for (const sentences of texts) {
    const seen = { words: new Set<number>(), pairs: new Set<number>() };
    for (const sentence of sentences) {
      const { words, pairs } = wordHashes(sentence);
      words.forEach((word, at) => {
        seen.words.add(word);
        spelled.set(word, sentence.tokens[at]?.text ?? '');
      });
      for (const pair of pairs) seen.pairs.add(pair);
    }
    count(texted.words, seen.words);
    count(texted.pairs, seen.pairs);
  }
  const vocabulary = new Map<number, number>();
  const words: (string | null)[] = [];
  const keep = (
    counted: ReadonlyMap<number, number>,
    fewest: number,
    spelling: (hash: number) => string | null,
  ) => {
    for (const [hash, number] of counted) {
      if (number < fewest || vocabulary.has(hash)) continue;
      vocabulary.set(hash, denseRows + words.length);
      words.push(spelling(hash));
    }
  };
  keep(texted.words, fewestTexts.word, (hash) => spelled.get(hash) ?? null);
  keep(texted.pairs, fewestTexts.pair, () => null);
  return { vocabulary, words };
}

function count(counted: Map<number, number>, seen: ReadonlySet<number>): void {
  for (const hash of seen) counted.set(hash, (counted.get(hash) ?? 0) + 1);
}
