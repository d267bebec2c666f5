import { describe, expect, it } from 'vitest';
import { findFillers } from '#lib/domain/delivery/fillers.ts';

const kinds = (text: string) => findFillers(text).map(({ kind }) => kind);

describe('"like" where it fills', () => {
  it.each([
    'It was, like, a whole week of logs.',
    'He was like, no, we ship on Monday.',
    'She was like no way.',
    'It was like really slow.',
    'That was like 40 engineers.',
    'So like we went back to the team.',
    'And like I had no access.',
    'We had like um three clusters.',
  ])('%s', (text) => expect(kinds(text).filter((kind) => kind === 'like')).toEqual(['like']));
});

describe('"like" where it is a word', () => {
  it.each([
    'I like small changes.',
    'We did not like the plan.',
    'It felt like a mistake.',
    'It looked like the cache was cold.',
    'Tools like Redis were not allowed.',
    'Something like that happened twice.',
    'I would like to stay with that.',
    'It was unlike anything before.',
    'Like the others, I had signed off.',
    'People like Tomas own the export.',
  ])('%s', (text) => expect(kinds(text)).toEqual([]));
});

it('counts sounds however they are written', () => {
  expect(kinds('Um, so, uhh, we were, er, erm late. Hmm.')).toEqual(['um', 'uh', 'er', 'er', 'hm']);
});

it('counts "you know", "I mean", "sort of" and "kind of" only where they govern nothing', () => {
  expect(kinds('It was, you know, a long night.')).toEqual(['you know']);
  expect(kinds('I mean, we had no choice.')).toEqual(['I mean']);
  expect(kinds('We sort of agreed and it kind of worked.')).toEqual(['sort of', 'kind of']);
  expect(
    kinds('Do you know why? You know what happened. That is what I mean. I mean the other team.'),
  ).toEqual([]);
  expect(kinds('This kind of outage needs another sort of review.')).toEqual([]);
});

it('gives the place of each', () => {
  const text = 'We, you know, basically waited.';
  expect(findFillers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'you know',
    'basically',
  ]);
});

it('finds none in plain prose', () => {
  expect(kinds('I wrote the fix, tested it on a copy for a week and helped to roll it out.')).toEqual([]);
});
