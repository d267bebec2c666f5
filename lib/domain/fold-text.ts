/**
 * Text as it is compared, never as it is shown: NFKC, lower case, one kind of quote mark, apostrophe and dash,
 * white space folded to single spaces and trimmed.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4]/gu, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
}

/**
 * The words of a text in order, folded, apostrophes dropped ("don't" is "dont"), other punctuation taken as a gap.
 * A figure stays one word: "2,400" is "2400", "0.3" stays "0.3".
 */
export function foldedWords(text: string): string[] {
  return (
    foldText(text)
      .replace(/'/g, '')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .match(/\d+(?:\.\d+)?|[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** The folded words joined by single spaces: what whole-turn patterns are matched against. */
export function foldedLine(text: string): string {
  return foldedWords(text).join(' ');
}
