/** A word of a text: how it is compared, and where it stands (UTF-16 units). */
export interface TextWord {
  folded: string;
  start: number;
  end: number;
}

/** The words of a text in order, apostrophes kept inside, case and typographic quotes folded. */
export function textWords(text: string): TextWord[] {
  return Array.from(
    text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*(?:[.,-][\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*)*/gu),
    (match) => ({
      folded: foldWord(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }),
  );
}

/** A word without what a recogniser and a writer may differ in: case, quote marks, punctuation around it. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%€$]+$/gu, '');
}
