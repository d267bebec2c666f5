import { beforeEach, expect, it } from 'vitest';
import { type Recorded, TranscriptionQueue } from '#components/voice/transcription-queue.ts';

let heard: string[];
let changes: [number, unknown][];
let pauses: number[];
let asked: number[];
let answers: (string | Error)[];
let queue: TranscriptionQueue;

const recorded = (start: number): Recorded => ({ audio: new Blob(['x']), start, end: start + 3 });

beforeEach(() => {
  [heard, changes, pauses, asked, answers] = [[], [], [], [], []];
  queue = new TranscriptionQueue({
    write: async ({ start, end }) => {
      asked.push(start);
      const answer = answers.shift() ?? `at ${start}`;
      if (answer instanceof Error) throw answer;
      return { text: answer, words: null, start, end };
    },
    onHeard: ({ text }) => heard.push(text),
    onChange: (waiting, failure) => changes.push([waiting, failure]),
    waitBefore: (_, failures) => (failures < 3 ? failures * 1000 : null),
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
    },
  });
});

it('writes recordings down in the order they were made', async () => {
  for (const start of [0, 3, 6]) queue.add(recorded(start));
  expect(await queue.settle()).toBe(true);
  expect(heard).toEqual(['at 0', 'at 3', 'at 6']);
  expect(changes.at(-1)).toEqual([0, null]);
});

it('tries a recording again before the next one has its turn', async () => {
  answers = [new Error('busy'), new Error('busy'), 'first', 'second'];
  queue.add(recorded(0));
  queue.add(recorded(3));
  await queue.settle();
  expect(heard).toEqual(['first', 'second']);
  expect(asked).toEqual([0, 0, 0, 3]);
  expect(pauses).toEqual([1000, 2000]);
});

it('keeps a recording that fails for good, until the person tries again', async () => {
  const failure = new Error('down');
  answers = [failure, failure, failure];
  queue.add(recorded(0));
  queue.add(recorded(3));
  expect(await queue.settle()).toBe(false);
  expect(heard).toEqual([]);
  expect(changes.at(-1)).toEqual([2, failure]);
  queue.add(recorded(6));
  expect(await queue.settle()).toBe(false);
  queue.retry();
  expect(await queue.settle()).toBe(true);
  expect(heard).toEqual(['at 0', 'at 3', 'at 6']);
});

it('throws only that recording away which failed, when the person says so', async () => {
  answers = [new Error('a'), new Error('a'), new Error('a')];
  queue.add(recorded(0));
  queue.add(recorded(3));
  await queue.settle();
  queue.discard();
  await queue.settle();
  expect(heard).toEqual(['at 3']);
});

it('throws nothing away that did not fail', async () => {
  queue.add(recorded(0));
  queue.discard();
  await queue.settle();
  expect(heard).toEqual(['at 0']);
});
