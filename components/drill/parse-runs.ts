import type { MarksState } from './marks-state.ts';

/** Marks kept from before; what is no such thing, or beyond the text's words, counts as none. */
export function parseRuns(kept: string, words: number): MarksState['runs'] {
  if (kept === '') return [];
  try {
    const value: unknown = JSON.parse(kept);
    if (!Array.isArray(value)) return [];
    return value.flatMap((run: unknown) => {
      if (!Array.isArray(run)) return [];
      const [first, last]: unknown[] = run;
      const within = (place: unknown): place is number => Number.isInteger(place) && Number(place) < words;
      return within(first) && within(last) && first >= 0 && first <= last ? [[first, last] as const] : [];
    });
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
