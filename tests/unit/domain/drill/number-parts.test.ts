import { expect, test } from 'vitest';
import { numberParts } from '#lib/domain/drill/number-parts.ts';

test.each([
  'The late files fell from 6 percent to 0.2 percent.',
  'It took 48 minutes before and 7 minutes after.',
  'We needed four hours instead of two days.',
  'Complaints went from about twenty a week down to three.',
  'From 0.3 % to zero.',
])('finds the change in %j', (text) => {
  expect(numberParts(text).changes).toHaveLength(1);
});

test.each(['It got a lot better.', 'I added 40 tests.', 'I gave it to one of them.'])(
  'finds none in %j',
  (text) => {
    expect(numberParts(text).changes).toEqual([]);
  },
);

test('finds over what time, and what it meant', () => {
  const text =
    'In four weeks it fell from 9.5 to 2, so the shops had 31 wrong orders a day fewer. All were glad.';
  const { periods, meanings, changes } = numberParts(text);
  expect(periods[0]?.quote).toBe('In four weeks');
  expect(changes[0]?.quote).toMatch(/^from 9\.5 to 2/);
  expect(meanings.map(({ quote }) => quote)).toEqual([text.slice(0, text.indexOf('. All'))]);
  for (const { quote, start, end } of [...periods, ...meanings, ...changes])
    expect(text.slice(start, end)).toBe(quote);
});
