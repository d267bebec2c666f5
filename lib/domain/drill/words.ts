// No imports: the browser marks by these words too, and must not load the schemas for it.

/** A piece of a text, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** The words of a text, whatever stands between white space, with their places in order. */
export function wordsOf(text: string): Range[] {
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}
