// No imports: the browser counts with these too, and must not load the schemas for it.

/** Speech is paced at 150 words a minute. */
export const wordsPerMinute = 150;

/** One answer never takes longer; a longer silence is absence, and a person who comes back finds their time kept. */
export const absenceAfterSeconds = 600;

/** Seconds between two instants (milliseconds) that count against the budget: never negative, absence capped. */
export function countedSeconds(from: number, to: number): number {
  return Math.min(Math.max(to - from, 0) / 1000, absenceAfterSeconds);
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,%€$-]*/gu)?.length ?? 0;
}

/** How long these words take to say, in seconds. */
export function speakingSeconds(words: number): number {
  return (words / wordsPerMinute) * 60;
}
