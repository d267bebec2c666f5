/** Part of a text, in order: joined, the pieces are the text. */
export interface Piece {
  text: string;
  start: number;
  /** index of the phrase that holds this piece; null outside of all */
  phrase: number | null;
}

/**
 * A text cut at the phrases that stand in it verbatim, each at its first place. Of two that overlap the one that
 * begins first is kept whole and the other starts behind it. A phrase that does not occur is left out.
 */
export function findPhrases(text: string, phrases: readonly string[]): Piece[] {
  const spans = phrases
    .map((phrase, index) => ({
      index,
      start: text.indexOf(phrase),
      end: text.indexOf(phrase) + phrase.length,
    }))
    .filter(({ start, end }) => start >= 0 && end > start)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, phrase: number | null) => {
    if (to > at) pieces.push({ text: text.slice(at, to), start: at, phrase });
    at = Math.max(at, to);
  };
  for (const { index, start, end } of spans) {
    add(start, null);
    add(end, index);
  }
  add(text.length, null);
  return pieces;
}
