import type { SpokenWord } from './spoken-word.ts';

export interface Pause {
  seconds: number;
  /** Seconds since the first word at which it began. */
  at: number;
  /** The last words before it, and the first after it. */
  before: string;
  after: string;
}

/** Words that are quoted on either side of a pause. */
const quotedWords = 4;

/** The longest silence between two words of a turn; null with fewer than two words. */
export function longestPause(words: readonly SpokenWord[]): Pause | null {
  let longest: { index: number; seconds: number } | null = null;
  let spokenUntil = words[0]?.[2] ?? 0;
  for (const [index, [, start, end]] of words.entries()) {
    if (index > 0) {
      const seconds = Math.max(0, start - spokenUntil);
      if (!longest || seconds > longest.seconds) longest = { index, seconds };
    }
    spokenUntil = Math.max(spokenUntil, end);
  }
  const [first] = words;
  if (!longest || !first) return null;
  const { index, seconds } = longest;
  const quote = (from: number, to: number) =>
    words
      .slice(Math.max(0, from), to)
      .map(([word]) => word.trim())
      .join(' ');
  return {
    seconds,
    at: (words[index]?.[1] ?? 0) - seconds - first[1],
    before: quote(index - quotedWords, index),
    after: quote(index, index + quotedWords),
  };
}
