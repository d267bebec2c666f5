import type { SpokenWord } from './spoken-word.ts';

/** Fewer words than this are no measure of a pace. */
const fewestWords = 8;

/** Words a minute over these seconds, pauses included; null where there is too little to measure. */
export function wordsAMinute(words: number, seconds: number): number | null {
  return words < fewestWords || seconds <= 0 ? null : (words / seconds) * 60;
}

/** Seconds from the first word to the end of the last; 0 without words. */
export function spokenSpan(words: readonly SpokenWord[]): number {
  const first = words[0];
  return first ? Math.max(...words.map(([, , end]) => end)) - first[1] : 0;
}

export interface RateStretch {
  /** Seconds since the first word. */
  start: number;
  end: number;
  words: number;
}

/**
 * Words said in each stretch of about `length` seconds, in order; all stretches are equally long, so that a short
 * rest at the end is no stretch of its own. A word counts where it begins.
 */
export function rateOverTime(words: readonly SpokenWord[], length: number): RateStretch[] {
  const span = spokenSpan(words);
  const origin = words[0]?.[1] ?? 0;
  const count = Math.max(1, Math.round(span / length));
  if (span === 0) return [];
  const each = span / count;
  const stretches = Array.from({ length: count }, (_, index) => ({
    start: index * each,
    end: (index + 1) * each,
    words: 0,
  }));
  for (const [, start] of words) {
    const stretch = stretches[Math.min(Math.max(Math.floor((start - origin) / each), 0), count - 1)];
    if (stretch) stretch.words += 1;
  }
  return stretches;
}
