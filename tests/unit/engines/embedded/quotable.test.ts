import { describe, expect, test } from 'vitest';
import { quotable } from '#lib/engines/embedded/quotable.ts';
import { countWords, splitSentences } from '#lib/engines/embedded/sentences.ts';
import { benchRows } from '#tests/support/bench.ts';

describe('what can stand between quotation marks', () => {
  test.each([
    ['We wrote the fix in five days.', 'We wrote the fix in five days'],
    ['And then, um, I told the product director.', 'I told the product director'],
    ['so i showed the product director the list', 'i showed the product director the list'],
    [
      'Late finds went from 1.4 per release to 0.5 over the next eight.',
      'Late finds went from 1.4 per release to 0.5',
    ],
    ['Because I was on the review list, I saw it first.', 'I was on the review list'],
    ['which we looked at closely', null],
    ['"No," he said, "not now."', null],
    ['I did it.', null],
    ['If they had asked me', null],
    ['the lead time and the', null],
    ['', null],
  ])('%j -> %j', (text, expected) => {
    expect(quotable(text)).toBe(expected);
  });

  test('prefers the shared "we" where it is asked for', () => {
    const text = 'I wrote a long test plan, and we fixed the parser together.';
    expect(quotable(text)).toBe('I wrote a long test plan');
    expect(quotable(text, { shared: true })).toBe('we fixed the parser together');
  });

  test('on real answers it is verbatim, short, and neither begins nor ends in the air', () => {
    const sentences = benchRows('dev').flatMap(({ answer }) => splitSentences(answer));
    const quotes = sentences.flatMap(({ text }) => {
      const quote = quotable(text);
      if (quote === null) return [];
      expect(text).toContain(quote);
      return [quote];
    });
    expect(quotes.length).toBeGreaterThan(300);
    for (const quote of quotes) {
      expect(countWords(quote)).toBeGreaterThanOrEqual(4);
      expect(countWords(quote)).toBeLessThanOrEqual(9);
      expect(quote).not.toMatch(
        /["“”?]|^(?:and|but|so|um|uh|which|that)\b|\b(?:the|a|an|of|to|and|or|with|from|I|we)$/iu,
      );
    }
  });
});
