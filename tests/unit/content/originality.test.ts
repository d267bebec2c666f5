import { expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { foldedWords } from '#lib/domain/fold-text.ts';
import { storyOf } from './texts.ts';

const runLength = 8;

function runsOf(text: string): Set<string> {
  const words = foldedWords(text);
  return new Set(
    words.slice(0, 1 - runLength).map((_, index) => words.slice(index, index + runLength).join(' ')),
  );
}

const { scenarios } = loadLibrary();
const pairs = scenarios.flatMap((one, index) =>
  scenarios.slice(index + 1).map((other) => [one.id, other.id, one, other] as const),
);

it.each(pairs)('%s and %s share no run of eight words', (_one, _other, one, other) => {
  const runs = runsOf(storyOf(one));
  expect(runs.size).toBeGreaterThan(300);
  expect([...runsOf(storyOf(other))].filter((run) => runs.has(run))).toEqual([]);
});
