import { expect, test } from 'vitest';
import type { Ledger } from '#lib/domain/ledger.ts';
import { phraseFor } from '#lib/domain/phrase.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import type { CandidateTurn } from '#lib/domain/transcript.ts';

const ledger: Ledger = { entries: [], facts: [] };

function hook(criterion: Criterion, text: string): string | undefined {
  const turn: CandidateTurn = {
    speaker: 'candidate',
    id: 'c',
    text,
    at: 0,
    spokenSeconds: null,
    role: 'answer',
    repliesTo: 'b',
  };
  const found = phraseFor(criterion, ledger, [turn]);
  if (found) expect(text.slice(found.start, found.end)).toBe(found.quote);
  return found?.quote;
}

test('the shared "we" is taken with its whole clause', () => {
  expect(hook('ownership', 'I counted. In May we moved the jobs to the new scheduler, and it held.')).toBe(
    'In May we moved the jobs to the new scheduler',
  );
});

test('a change without its figure is taken, one with a figure is not', () => {
  expect(hook('metric', 'It cost 0.3 % of orders. The waste went down a lot, they said.')).toBe(
    'The waste went down a lot',
  );
  expect(hook('metric', 'Late files fell from 6 to 0.2 percent.')).toBeUndefined();
});

test('in a long clause the words that matched stand for it', () => {
  const long =
    'and then in that spring with all of the teams in the room we agreed on a plan that nobody had wanted at first';
  expect(hook('ownership', long)?.split(' ').length).toBeLessThan(12);
});

test('where nothing can be built on, there is no hook', () => {
  expect(hook('durability', 'The printer was replaced.')).toBeUndefined();
});
