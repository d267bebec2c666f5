import { expect, test } from 'vitest';
import type { FlawExercise } from '#lib/domain/drill/exercise.ts';
import { scoreFlaw } from '#lib/domain/drill/score-flaw.ts';

const text = 'We looked at it together for a while and then the numbers went up a lot. My lead was there.';
const exercise: FlawExercise = {
  id: 'flaw.x',
  kind: 'flaw',
  principle: 'ownership',
  question: 'Tell me about a time.',
  scenarioId: 'x',
  story: null,
  targetSeconds: 45,
  task: { text, flawCount: 2 },
  key: {
    flaws: [
      { quote: 'We looked at it together', why: 'Nobody knows who.' },
      { quote: 'the numbers went up a lot', why: 'From what to what?' },
    ],
    barRaiserThinks: 'Too thin.',
  },
};
const over = (...quotes: string[]) =>
  quotes.map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }));

test('all flaws and nothing else is 1, everything marked is 0', () => {
  expect(scoreFlaw(exercise, over('We looked at it together', 'the numbers went up a lot')).score).toBe(1);
  expect(scoreFlaw(exercise, [{ start: 0, end: text.length }]).score).toBe(0);
});

test('a flaw counts from half of its words on; a missed one is named with its words', () => {
  const half = scoreFlaw(exercise, over('We looked at'));
  expect(half.score).toBe(0.5);
  expect(half.reasons).toEqual([
    {
      kind: 'earned',
      about: 'Found',
      text: 'Nobody knows who.',
      quote: { quote: 'We looked at it together', start: 0, end: 24 },
    },
    expect.objectContaining({ kind: 'missing', text: 'From what to what?' }),
  ]);
  expect(scoreFlaw(exercise, over('We looked')).score).toBe(0);
});

test('a mark on harmless words costs, and is shown', () => {
  const both = over('We looked at it together', 'the numbers went up a lot');
  const { score, reasons } = scoreFlaw(exercise, [...both, ...over('My lead was there.')]);
  expect(score).toBeGreaterThan(0);
  expect(score).toBeLessThan(0.9);
  expect(reasons.find(({ kind }) => kind === 'cost')?.quote?.quote).toBe('My lead was there.');
});

test('marks beyond the text are left', () => {
  expect(scoreFlaw(exercise, [{ start: 900, end: 950 }])).toMatchObject({ score: 0 });
});
