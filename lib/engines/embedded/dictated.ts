/** Commas and points that are not part of a figure, marks, brackets and dashes between words. */
const punctuation = /(?<!\d)[.,](?!\d)|[.,](?!\d)|[;:!?"“”()—–]|(?<=\s)-(?=\s)/gu;

/** A text as a transcriber without punctuation would write it down: lower case, no marks, one line. */
export function asDictated(text: string): string {
  return text.toLowerCase().replace(punctuation, ' ').replace(/\s+/gu, ' ').trim();
}
