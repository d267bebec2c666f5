import type { SpokenWord } from '#lib/domain/delivery/spoken-word.ts';
import { countWords } from '#lib/domain/spoken-time.ts';
import type { Heard } from './recogniser.ts';

/** What is sent with a turn that was spoken. */
export interface Spoken {
  seconds: number;
  /** null unless the times of all that was heard are known. */
  words: SpokenWord[] | null;
}

/** A turn of which less than this share was heard was typed: the time of speaking is not the time of its words. */
const leastHeard = 0.6;

/** As many as a turn may carry. */
const mostWords = 5000;

/**
 * How long a turn took to say and when each word was said.
 * @param text the turn as it is sent, corrected or added to
 * @param heard all that was heard since the last turn, in order
 * @returns null where too little of the text was spoken
 */
export function spokenOf(text: string, heard: readonly Heard[]): Spoken | null {
  const heardWords = heard.reduce((sum, part) => sum + countWords(part.text), 0);
  const sent = countWords(text);
  if (sent === 0 || heardWords < sent * leastHeard) return null;
  const began = heard[0]?.start ?? 0;
  const words = heard.every((part) => part.words !== null)
    ? shifted(
        heard.flatMap((part) => part.words ?? []),
        -began,
      )
    : null;
  if (words && words.length > 0 && words.length <= mostWords) {
    const seconds = Math.max(...words.map(([, , end]) => end)) - Math.min(...words.map(([, start]) => start));
    return seconds > 0 ? { seconds: rounded(seconds), words } : null;
  }
  const [first, last] = [heard[0], heard.at(-1)];
  const seconds = first && last ? last.end - first.start : 0;
  return seconds > 0 ? { seconds: rounded(seconds), words: null } : null;
}

/** Words of a stretch, moved to where the stretch began. */
export function shifted(words: readonly SpokenWord[], by: number): SpokenWord[] {
  return words.map(([word, start, end]) => [word, rounded(start + by), rounded(end + by)]);
}

function rounded(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

/** The same as it comes back from the browser's store; null where it is none. */
export function parseSpoken(value: unknown): Spoken | null {
  if (typeof value !== 'object' || value === null || !('seconds' in value) || !('words' in value))
    return null;
  const { seconds, words } = value;
  if (typeof seconds !== 'number' || seconds <= 0) return null;
  return { seconds, words: words === null ? null : parseWords(words) };
}

/** Words with their times, each as [word, start, end]; null where one of them is none. */
export function parseWords(value: unknown): SpokenWord[] | null {
  if (!Array.isArray(value)) return null;
  const words = value.flatMap((word: unknown): SpokenWord[] => {
    if (!Array.isArray(word)) return [];
    const [said, start, end]: unknown[] = word;
    return typeof said === 'string' && typeof start === 'number' && typeof end === 'number'
      ? [[said, start, end]]
      : [];
  });
  return words.length === value.length ? words : null;
}
