import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ListeningClock } from '#components/voice/listening-clock.ts';
import { MicrophoneError } from '#components/voice/microphone.ts';
import type { RecogniserEvent } from '#components/voice/recogniser.ts';
import { RecordingRecogniser } from '#components/voice/recording-recogniser.ts';

let events: RecogniserEvent[];
let level: number;
let sent: { start: number; end: number }[];
let closed: number;
let fault: MicrophoneError | null;
const onClose = () => {
  closed += 1;
};
let recogniser: RecordingRecogniser;

const heard = () => events.flatMap((event) => (event.type === 'heard' ? [event.heard.text] : []));
const passes = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => {
  vi.useFakeTimers();
  [events, level, sent, closed, fault] = [[], 0, [], 0, null];
  recogniser = new RecordingRecogniser({
    open: async () => {
      if (fault) throw fault;
      const stream = Object.create(null);
      return { stream, label: 'test', level: () => level, close: onClose };
    },
    record: () => ({ finish: async () => new Blob(['sound']) }),
    clock: new ListeningClock(Date.now),
    notify: (event) => events.push(event),
    write: async ({ start, end }) => {
      sent.push({ start, end });
      return { text: `part ${sent.length}`, words: null, start, end };
    },
    waitBefore: () => null,
    sleep: async () => {},
    explain: String,
  });
});
afterEach(() => {
  recogniser.close();
  vi.useRealTimers();
});

it('sends what was said when one pauses, with the time it was said at', async () => {
  recogniser.start();
  await passes(1);
  level = 0.2;
  await passes(4);
  level = 0;
  await passes(1);
  expect(heard()).toEqual(['part 1']);
  level = 0.2;
  await passes(3.5);
  level = 0;
  await passes(1);
  expect(heard()).toEqual(['part 1', 'part 2']);
  expect(sent[1]?.start).toBeCloseTo(sent[0]?.end ?? 0);
});

it('sends no silence', async () => {
  recogniser.start();
  await passes(60);
  recogniser.stop();
  expect(await recogniser.settle()).toBe(true);
  expect(sent).toEqual([]);
  expect(closed).toBe(1);
});

it('sends the last words when it is told to stop, however short they were', async () => {
  recogniser.start();
  await passes(0.5);
  level = 0.2;
  await passes(1);
  recogniser.stop();
  expect(await recogniser.settle()).toBe(true);
  expect(heard()).toEqual(['part 1']);
});

it('gives all that was said before an answer is sent, and goes on listening', async () => {
  recogniser.start();
  await passes(0.5);
  level = 0.2;
  await passes(2);
  expect(await recogniser.settle()).toBe(true);
  expect(heard()).toEqual(['part 1']);
  await passes(2);
  recogniser.stop();
  await recogniser.settle();
  expect(heard()).toEqual(['part 1', 'part 2']);
});

it('says why the microphone can’t be opened', async () => {
  fault = new MicrophoneError('no-microphone');
  recogniser.start();
  await passes(1);
  expect(events).toEqual([{ type: 'problem', problem: 'no-microphone', detail: null }]);
  fault = null;
  recogniser.start();
  await passes(1);
  expect(events).toContainEqual({ type: 'listening', on: true });
});
