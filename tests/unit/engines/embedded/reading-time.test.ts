import { expect, test } from 'vitest';
import { findScenario, loadLibrary } from '#lib/content/library.ts';
import { speechSentences } from '#lib/domain/speech-sentences.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import { splitSentences } from '#lib/engines/embedded/sentences.ts';
import { candidateTurn } from '#tests/support/bench.ts';

const library = loadLibrary();
const engine = createEmbeddedEngine();
const scenario = findScenario(library, 'hbdc');
const ordinary = 'I told the Platform team that we lost 40 % of the orders because the retry logic failed. ';

/** Processor time, which the machine's other work does not stretch, in milliseconds. */
async function timeToRead(text: string): Promise<number> {
  const before = process.cpuUsage();
  const options = { rubric: library.rubric, library: library.scenarios };
  await engine.assess([candidateTurn('t2', text, 'answer')], scenario, options);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const filled = (piece: string, length = 20_000) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

test.for([
  'we and we and ',
  '...',
  '?',
  '…',
  'I ',
  '1. ',
  'a\n',
  '“a ',
  '"I said ',
  'from 9 % to 7 % ',
  'and then so but ',
  '<b>',
])('20,000 characters of %j are read about as fast as as many of ordinary words', async (piece) => {
  await timeToRead(ordinary);
  const [usual, odd] = [await timeToRead(filled(ordinary)), await timeToRead(filled(piece))];
  // Quadratic reading takes eighty times as long; the slowest of the linear ones six times.
  expect(odd).toBeLessThan(25 * Math.max(usual, 40));
});

test('a run of stops is looked through once', { timeout: 5_000 }, () => {
  const stops = `${filled('.', 300_000)}x`;
  expect(splitSentences(stops)).toHaveLength(1);
  expect(speechSentences(stops)).toEqual([stops]);
});
