import { expect, test } from 'vitest';
import { foldedLine, foldedWords, foldText } from '#lib/domain/fold-text.ts';

test('quote marks, dashes, case and white space are folded', () => {
  expect(foldText(' “It’s\u00a0fine” —\n she Said ')).toBe('"it\'s fine" - she said');
});

test('full-width letters and ligatures are folded', () => {
  expect(foldText('ＡＰＩ ﬁx')).toBe('api fix');
});

test('a figure stays one word', () => {
  expect(foldedWords('2,400 of 0.3 %, $1,234,567')).toEqual(['2400', 'of', '0.3', '1234567']);
});

test('apostrophes are dropped, other marks separate', () => {
  expect(foldedLine("I don't – really; know!")).toBe('i dont really know');
});

test('a text of marks alone has no words', () => {
  expect(foldedWords('…!? —')).toEqual([]);
});
