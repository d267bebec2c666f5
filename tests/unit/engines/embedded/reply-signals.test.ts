import { describe, expect, test } from 'vitest';
import { disowns, refuses } from '#lib/engines/embedded/reply-signals.ts';
import { benchRows } from '#tests/support/bench.ts';

describe('refusing', () => {
  test.each([
    '',
    '   ',
    '...',
    "I don't know",
    'um i dont know',
    "I'd rather not say.",
    'no comment',
    "I can't remember any of it.",
    "Sorry, I can't share that.",
    "I can't talk about that, I'm under NDA",
    'Nothing comes to mind.',
    "I don't have one",
    'Pass',
    'next question please',
    "Honestly I don't remember, it was long ago.",
    'I would prefer not to answer that.',
  ])('%j', (reply) => {
    expect(refuses(reply)).toBe(true);
  });

  test.each([
    "I don't know, start earlier maybe?",
    'No, I did it alone.',
    "I'd rather have started earlier.",
    "I can't remember the exact number, about forty.",
    'Nothing really changed.',
    'I would skip the review.',
    'The script was mine.',
  ])('not %j', (reply) => {
    expect(refuses(reply)).toBe(false);
  });
});

describe('giving the work away', () => {
  test.each([
    'Actually a colleague did that.',
    "That wasn't me, my lead wrote it.",
    'Honestly, my lead wrote most of it.',
    "I didn't do that myself.",
    "It wasn't really my work.",
    'My lead actually wrote it, I only reviewed it.',
    'To be honest someone else did it.',
  ])('%s', (reply) => {
    expect(disowns(reply)).toBe(true);
  });

  test.each([
    'It was not me alone, the team helped.',
    'I wrote it and my lead reviewed it.',
    "It wasn't me against the plan any more, it was his own number.",
    'Farah in legal wrote the wording; the rest was mine.',
  ])('not: %s', (reply) => {
    expect(disowns(reply)).toBe(false);
  });
});

test('no reply of the benchmark that was rated strong refuses or gives the work away', () => {
  const strong = [...benchRows('dev'), ...benchRows('train')].flatMap(({ followups }) =>
    followups.filter(({ rating }) => rating === 2).map(({ reply }) => reply),
  );
  expect(strong.length).toBeGreaterThan(100);
  expect(strong.filter((reply) => refuses(reply) || disowns(reply))).toEqual([]);
});
