import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { storyOverlap } from '#lib/domain/loop/story-overlap.ts';
import { benchRows } from '#tests/support/bench.ts';

const story = (text: string, turnId = 't') => ({ turnId, text });
const pairs = readFileSync('evals/data/pairs.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) =>
    z.object({ base: z.string(), transform: z.string(), answer: z.string() }).parse(JSON.parse(line)),
  );
const dev = benchRows('dev');

const retold = (transform: string) =>
  pairs
    .filter((pair) => pair.transform === transform)
    .map(({ base, answer }) => {
      const told = dev.find(({ id }) => id === base);
      return storyOverlap(story(told?.answer ?? ''), story(answer)) !== null;
    });

describe('a story told twice', () => {
  it('is not seen in what one writer told to different questions', () => {
    const writer = ({ id }: { id: string }) => id.split('-')[0];
    const seen = dev.flatMap((one, index) =>
      dev
        .slice(index + 1)
        .filter((other) => writer(other) === writer(one) && other.question !== one.question)
        .filter((other) => storyOverlap(story(one.answer), story(other.answer)) !== null)
        .map((other) => `${one.id} ${other.id}`),
    );
    expect(seen).toEqual([]);
  }, 60_000);

  it.each(['no_reflection', 'we', 'no_result', 'asr', 'stronger', 'padded', 'no_numbers'])(
    'is seen when it is told again, changed by: %s',
    (transform) => {
      expect(retold(transform)).toEqual(Array.from({ length: 8 }, () => true));
    },
  );

  it('is seen in other words where its figures and names stay', () => {
    expect(retold('paraphrase').filter(Boolean).length).toBeGreaterThanOrEqual(6);
  });

  it('quotes both, letter for letter, where they have most in common', () => {
    const first =
      'It was a quiet week. The export for 340 shops in Ghent took 48 minutes with Tomas on call. Fine.';
    const second =
      'Some other words first. With Tomas on call the export for 340 shops in Ghent took 48 minutes.';
    const overlap = storyOverlap(story(first, 'a'), story(second, 'b'));
    expect(overlap?.marks).toEqual(expect.arrayContaining(['340', '48', 'ghent', 'tomas']));
    const [one, other] = overlap?.quotes ?? [];
    expect(one).toMatchObject({ turnId: 'a' });
    expect(one?.quote).toMatch(/^The export.*on call\.$/);
    expect(first.slice(one?.start, one?.end)).toBe(one?.quote);
    expect(second.slice(other?.start, other?.end)).toBe(other?.quote);
  });

  it('is not seen in two texts without words', () => {
    expect(storyOverlap(story(''), story(''))).toBeNull();
  });

  it('takes no long time over a long text', () => {
    const long = 'I said so, and Tomas 340 said. '.repeat(4000);
    const started = performance.now();
    storyOverlap(story(long), story('.'.repeat(100_000)));
    expect(performance.now() - started).toBeLessThan(5000);
  }, 20_000);
});
