import { expect, test } from 'vitest';
import { hidesWho, readVoice } from '#lib/domain/drill/voice.ts';

const quotes = (text: string) =>
  Object.fromEntries(
    Object.entries(readVoice(text)).map(([kind, found]) => [
      kind,
      found.map(({ quote }: { quote: string }) => quote),
    ]),
  );

test('tells deeds of one’s own from what anyone could have done', () => {
  expect(
    quotes(
      'I rewrote the join, and then I also asked Tomas. We tested it together; it was shipped on Monday.',
    ),
  ).toEqual({
    own: ['I rewrote the join', 'I also asked Tomas'],
    vague: [],
    shared: ['We tested it together'],
    passive: ['was shipped on Monday'],
  });
});

test('a helping, trying or working "I" is vague, a thinking one is no deed', () => {
  const { own, vague } = quotes(
    'I helped with the plan. I worked on the fix. I thought it was late. I was there. I could see it.',
  );
  expect(vague).toEqual(['I helped with the plan', 'I worked on the fix']);
  expect(own).toEqual([]);
});

test('"I was asked" hides nobody', () => {
  expect(quotes('I was asked to lead it. The fix was found.').passive).toEqual(['was found']);
});

test('every quote stands in the text where it says', () => {
  const text =
    'We met.\nI’ve written to her — I never called. They were told, and our plan was changed by them.';
  for (const found of Object.values(readVoice(text)))
    for (const { quote, start, end } of found) expect(text.slice(start, end)).toBe(quote);
});

test.each([
  ['We talked about it and it was decided to wait. I helped.', true],
  ['We tried it. I wrote the page, I asked her and I moved the date.', false],
  ['Our team is in Lyon, and our plan was late. I called them.', false],
  ['I called them. We met once.', false],
])('%j hides who did what: %s', (text, hides) => {
  expect(hidesWho(text)).toBe(hides);
});
