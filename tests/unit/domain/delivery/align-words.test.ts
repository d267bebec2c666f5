import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignWords } from '#lib/domain/delivery/align-words.ts';
import type { SpokenWord } from '#lib/domain/delivery/spoken-word.ts';

const saidAt = (words: string[]): SpokenWord[] => words.map((word, index) => [word, index, index + 0.5]);
const timed = (text: string, words: string[]) =>
  alignWords(text, saidAt(words)).map(({ start, end, time }) => [
    text.slice(start, end),
    time?.start ?? null,
  ]);

it('gives each word its time, whatever its case and punctuation', () => {
  expect(timed('I told them “no”, twice.', ['i', 'told', 'them', 'no', ' twice'])).toEqual([
    ['I', 0],
    ['told', 1],
    ['them', 2],
    ['no', 3],
    ['twice', 4],
  ]);
});

it('leaves a corrected and an added word without a time, and the others with theirs', () => {
  expect(
    timed('We moved to Postgres in one week', ['we', 'moved', 'to', 'post', 'grass', 'in', 'week']),
  ).toEqual([
    ['We', 0],
    ['moved', 1],
    ['to', 2],
    ['Postgres', null],
    ['in', 5],
    ['one', null],
    ['week', 6],
  ]);
});

it('has no time for what was typed', () => {
  expect(alignWords('typed words', []).map(({ time }) => time)).toEqual([null, null]);
});

it('keeps the order of time, whatever was heard and whatever was sent', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (sent, heard) => {
      const words = alignWords(sent.join(' '), saidAt(heard));
      expect(words.map(({ folded }) => folded)).toEqual(sent);
      const times = words.flatMap(({ time }) => (time ? [time.start] : []));
      expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
      for (const { folded, time } of words) if (time) expect(heard[time.start]).toBe(folded);
    }),
  );
});
