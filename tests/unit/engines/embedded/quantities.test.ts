import { expect, test } from 'vitest';
import { readDuration, readNumber } from '#lib/engines/embedded/quantities.ts';

test.each([
  ['2,400', 2400],
  ['0.3', 0.3],
  ['six million', 6_000_000],
  ['6 million', 6_000_000],
  ['twenty-five', 25],
  ['three hundred and forty', 340],
  ['two thousand five hundred', 2500],
  ['zero', 0],
  ['several', null],
])('the number %s is %s', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each([
  ['six weeks', 42],
  ['a quarter', 91.3],
  ['two and a half months', 76],
  ['14 days', 14],
  ['half a year', 182.625],
  ['a while', null],
])('%s is %s days', (text, days) => {
  const read = readDuration(text);
  if (days === null) expect(read).toBeNull();
  else expect(read).toBeCloseTo(days, 1);
});
