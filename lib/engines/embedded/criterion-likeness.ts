import type { RubricCriterion } from '#lib/domain/rubric.ts';
import type { Sentence } from './features.ts';

/** How rare words are, in logits, by their roots; `unknown` is for a root that no rubric text has. */
export interface Rarity {
  roots: ReadonlyMap<string, number>;
  unknown: number;
}

const rootLength = 5;

/** The roots of a passage's words: their first five letters, which see through most endings. Figures have none. */
export function rootsOf(words: readonly string[]): Set<string> {
  return new Set(
    words.filter((word) => word.length > 2 && /^\p{L}/u.test(word)).map((word) => word.slice(0, rootLength)),
  );
}

/** The words by which the rubric says what is wanted: what is looked for, the anchors of 2 and 3, what they need, the questions. */
export function criterionRoots({
  looks_for,
  anchors,
  reading,
  next,
  questions,
}: RubricCriterion): Set<string> {
  const text = [looks_for, anchors[2], anchors[3], reading[3], next[2], next[3], ...questions].join(' ');
  return rootsOf(text.toLowerCase().match(/\p{L}+/gu) ?? []);
}

/** How alike each sentence is to a criterion: the cosine of their roots, each counting as it is rare. */
export function sentenceLikeness(
  sentences: readonly Sentence[],
  wanted: ReadonlySet<string>,
  rarity: Rarity,
): number[] {
  const length = lengthOf(wanted, rarity);
  return sentences.map(({ tokens }) => {
    const said = rootsOf(tokens.map(({ text }) => text));
    if (said.size === 0 || length === 0) return 0;
    let shared = 0;
    for (const root of said) if (wanted.has(root)) shared += rarityOf(root, rarity) ** 2;
    return shared / (length * lengthOf(said, rarity));
  });
}

/** How much an answer speaks of what a criterion speaks of, 0 to 1: the mean over its sentences, so that length earns nothing. */
export function likenessOf(sentences: readonly number[]): number {
  if (sentences.length === 0) return 0;
  return sentences.reduce((sum, value) => sum + value, 0) / sentences.length;
}

function rarityOf(root: string, { roots, unknown }: Rarity): number {
  return roots.get(root) ?? unknown;
}

function lengthOf(roots: ReadonlySet<string>, rarity: Rarity): number {
  let sum = 0;
  for (const root of roots) sum += rarityOf(root, rarity) ** 2;
  return Math.sqrt(sum);
}
