import { expect, test } from 'vitest';
import { wordsAbout } from '#lib/domain/words-about.ts';

const quote = (at: number) => ({ turnId: 'c1', quote: `${at}`, start: at, end: at + 1 });

test('what speaks against it and what it rests on come by turns', () => {
  const entry = { against: [quote(1), quote(2)], evidence: [quote(3), quote(4)] };
  expect(wordsAbout(entry, 4)).toEqual([quote(1), quote(3), quote(2), quote(4)]);
  expect(wordsAbout(entry, 2)).toEqual([quote(1), quote(3)]);
});

test('either side may be empty', () => {
  expect(wordsAbout({ evidence: [quote(1), quote(2)] }, 1)).toEqual([quote(1)]);
  expect(wordsAbout({ against: [quote(1)], evidence: [] }, 2)).toEqual([quote(1)]);
});
