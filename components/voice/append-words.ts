/** The text with more words at its end, one space between; what stands there is never changed. */
export function appendWords(text: string, words: string): string {
  const more = words.trim();
  if (more === '') return text;
  if (text === '' || /\s$/u.test(text)) return text + more;
  return `${text} ${more}`;
}
