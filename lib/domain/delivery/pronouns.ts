import { textWords } from './text-words.ts';

/** First persons in one stretch of what was said. */
export interface Persons {
  i: number;
  we: number;
}

const one = new Set(['i', "i'm", "i'd", "i've", "i'll", 'me', 'my', 'mine', 'myself']);
const many = new Set(['we', "we're", "we'd", "we've", "we'll", 'us', 'our', 'ours', 'ourselves', "let's"]);

/** How often a text says "I" and how often "we", in all their forms. "US" in capitals is a country. */
export function countPersons(text: string): Persons {
  const words = textWords(text);
  return {
    i: words.filter(({ folded }) => one.has(folded)).length,
    we: words.filter(({ folded, start, end }) => many.has(folded) && text.slice(start, end) !== 'US').length,
  };
}

/** The same over time: the text in `parts` stretches of as many words each, in order; fewer where there are fewer words. */
export function personsOverTime(text: string, parts: number): Persons[] {
  const words = textWords(text);
  const stretches = Math.min(parts, words.length);
  return Array.from({ length: stretches }, (_, part) => {
    const first = words[Math.floor((part * words.length) / stretches)];
    const beyond = words[Math.floor(((part + 1) * words.length) / stretches)];
    return countPersons(text.slice(first?.start, beyond?.start));
  });
}
