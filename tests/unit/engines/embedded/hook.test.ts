import { expect, test } from 'vitest';
import { findScenario, loadLibrary } from '#lib/content/library.ts';
import type { QuestionMove } from '#lib/domain/move.ts';
import { type Hook, hooksFor } from '#lib/engines/embedded/hook.ts';
import { asking, toldStory } from '#tests/support/bar-raiser-moves.ts';

const scenario = findScenario(loadLibrary(), 'hbdc');
const transcript = toldStory(
  'I noticed that the nightly export failed. Phil was firmly against my plan. In the end Joanne decided to wait. We fixed the parser over two weekends. It went live on 3 May.',
);
const quotesFor = (move: QuestionMove, given: Hook | null = null) =>
  hooksFor(move, given, transcript, scenario).map(({ quote }) => quote);

test('a documented probe hangs on the fact that it presupposes, and on nothing else', () => {
  const move = asking('probe', 'What did you do once the decision was made?', {
    followUpId: 'commit',
    aims: ['commit'],
  });
  expect(quotesFor(move, { turnId: 'a', quote: 'We fixed the parser' })).toEqual([
    'In the end Joanne decided to wait',
  ]);
});

test("any other question hangs on the move's phrase first, then on what is near its criterion", () => {
  const move = asking('gap', 'Which part of that was yours?', { aims: ['ownership'] });
  expect(quotesFor(move, { turnId: 'a', quote: 'We did it' })[0]).toBe('We did it');
  expect(quotesFor(move)).toContain('We fixed the parser over two weekends');
});

test('where nothing was told there is nothing to hang it on', () => {
  const move = asking('gap', 'What did you say against it?', { aims: ['root_cause'] });
  expect(hooksFor(move, null, toldStory('Hm.'), scenario)).toEqual([]);
});
