import { z } from 'zod';

const seconds = z.number().min(0).max(7200);

/** One word as a recogniser heard it: the word, and when it began and ended, in seconds of the turn's listening time. */
export const spokenWordSchema = z.tuple([z.string().min(1).max(100), seconds, seconds]);
export type SpokenWord = z.infer<typeof spokenWordSchema>;

/** A word's times in the order they were said; no word ends before it begins. More than the longest turn can hold is refused. */
export const spokenWordsSchema = z
  .array(spokenWordSchema)
  .max(5000)
  .refine(isInOrder, 'the words are in the order they were said, each ending after it began');

/** Recognisers round: a word may begin this much (seconds) before the one before it. */
const tolerance = 0.5;

export function isInOrder(words: readonly SpokenWord[]): boolean {
  return words.every(([, start, end], index) => {
    const before = words[index - 1];
    return end >= start && (!before || start >= before[1] - tolerance);
  });
}
