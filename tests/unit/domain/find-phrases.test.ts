import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPhrases } from '#lib/domain/find-phrases.ts';

it('cuts a text at its phrases', () => {
  expect(findPhrases('one two three', ['two'])).toEqual([
    { text: 'one ', start: 0, phrase: null },
    { text: 'two', start: 4, phrase: 0 },
    { text: ' three', start: 7, phrase: null },
  ]);
});

it('leaves out what does not occur, and keeps the earlier of two that overlap', () => {
  expect(findPhrases('abc', ['x', ''])).toEqual([{ text: 'abc', start: 0, phrase: null }]);
  expect(findPhrases('abcd', ['bcd', 'ab']).map(({ text, phrase }) => [text, phrase])).toEqual([
    ['ab', 1],
    ['cd', 0],
  ]);
});

it('never loses or doubles a character', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
  fc.assert(
    fc.property(letters, fc.array(letters, { maxLength: 4 }), (text, phrases) => {
      const pieces = findPhrases(text, phrases);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const { text: words, start } of pieces)
        expect(text.slice(start, start + words.length)).toBe(words);
    }),
    { seed: 6 },
  );
});
