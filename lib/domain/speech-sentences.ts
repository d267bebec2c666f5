/** Looked for from the first stop of a run only: from every one, a text of stops takes quadratic time. */
const ending = /(?<![.!?…])[.!?…]+["'”’)]*(?=\s+["'“‘(]?[\p{Lu}\p{N}]|\s*$)/gu;
const abbreviation = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|e\.g|i\.e|approx|no)\.$/iu;

/** The bar raiser's words cut into sentences, in order, without the white space between them. */
export function speechSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ending)) {
    const to = match.index + match[0].length;
    if (insideQuotation(text.slice(from, to)) || abbreviation.test(text.slice(from, to))) continue;
    sentences.push(text.slice(from, to).trim());
    from = to;
  }
  const rest = text.slice(from).trim();
  if (rest !== '') sentences.push(rest);
  return sentences;
}

/** A full stop inside an open quotation ends the candidate's sentence, not the bar raiser's. */
function insideQuotation(text: string): boolean {
  const straight = text.match(/"/gu)?.length ?? 0;
  const opened = (text.match(/“/gu)?.length ?? 0) - (text.match(/”/gu)?.length ?? 0);
  return straight % 2 === 1 || opened > 0;
}

/** What stands in quotation marks, double or single; an apostrophe inside a word opens nothing. */
export function quotations(text: string): string[] {
  const found = text.matchAll(
    /"([^"]+)"|“([^”]+)”|(?<![\p{L}\p{N}])['‘]([^'‘’]+(?:['’]\p{L}[^'‘’]*)*)['’](?![\p{L}\p{N}])/gu,
  );
  return [...found].map(([, straight, curly, single]) => (straight ?? curly ?? single ?? '').trim());
}

/** The text with its quotations taken out: the bar raiser's own words. */
export function withoutQuotations(text: string): string {
  return text
    .replace(/"[^"]*"|“[^”]*”/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])['‘][^'‘’]+(?:['’]\p{L}[^'‘’]*)*['’](?![\p{L}\p{N}])/gu, ' ');
}
