import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  BrowserRecogniser,
  findRecognition,
  type RecognitionResults,
} from '#components/voice/browser-recogniser.ts';
import { ListeningClock } from '#components/voice/listening-clock.ts';
import type { RecogniserEvent } from '#components/voice/recogniser.ts';

/** A recogniser that does what a test tells it to. */
class FakeRecognition {
  static made: FakeRecognition[] = [];
  continuous = false;
  interimResults = false;
  lang = '';
  onstart: (() => void) | null = null;
  onspeechstart: (() => void) | null = null;
  onresult: ((event: RecognitionResults) => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  onend: (() => void) | null = null;
  readonly start = vi.fn(() => this.onstart?.());
  readonly stop = vi.fn();
  readonly abort = vi.fn();

  constructor() {
    FakeRecognition.made.push(this);
  }

  says(transcript: string, isFinal = false): void {
    this.onresult?.({ resultIndex: 0, results: [{ isFinal, 0: { transcript } }] });
  }

  fails(error: string): void {
    this.onerror?.({ error });
    this.onend?.();
  }
}

let events: RecogniserEvent[];
let recogniser: BrowserRecogniser;
const current = () => {
  const last = FakeRecognition.made.at(-1);
  if (!last) throw new Error('No session was begun.');
  return last;
};
const heard = () => events.flatMap((event) => (event.type === 'heard' ? [event.heard.text] : []));
const problems = () => events.flatMap((event) => (event.type === 'problem' ? [event.problem] : []));

beforeEach(() => {
  vi.useFakeTimers();
  FakeRecognition.made = [];
  events = [];
  recogniser = new BrowserRecogniser({
    recognition: FakeRecognition,
    notify: (event) => events.push(event),
    clock: new ListeningClock(Date.now),
    now: Date.now,
  });
  recogniser.start();
});
afterEach(() => {
  recogniser.close();
  vi.useRealTimers();
});

it('hands over what is final, and shows what may still change', () => {
  current().says('I told');
  expect(events.at(-2)).toEqual({ type: 'interim', text: 'I told' });
  vi.advanceTimersByTime(2000);
  current().says('I told them no.', true);
  expect(events).toContainEqual({
    type: 'heard',
    heard: { text: 'I told them no.', words: null, start: 0, end: 2 },
  });
});

describe('loses no word that was on the screen', () => {
  it.each(['network', 'no-speech', 'aborted', 'audio-capture', 'not-allowed'])(
    'when it fails with %s',
    (error) => {
      current().says('half a sentence');
      current().fails(error);
      expect(heard()).toEqual(['half a sentence']);
    },
  );

  it('when it stops by itself', () => {
    current().says('half a sentence');
    current().onend?.();
    expect(heard()).toEqual(['half a sentence']);
  });

  it('when the page lets it go', () => {
    current().says('half a sentence');
    recogniser.close();
    expect(heard()).toEqual(['half a sentence']);
  });

  it('when it never answers to being stopped', async () => {
    current().says('half a sentence');
    const settled = recogniser.settle();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await settled).toBe(true);
    expect(heard()).toEqual(['half a sentence']);
  });

  it('and says none twice when the final words come after all', async () => {
    current().says('half a');
    const settled = recogniser.settle();
    current().says('half a sentence.', true);
    current().onend?.();
    await settled;
    expect(heard()).toEqual(['half a sentence.']);
  });
});

it('is started again when it stops by itself, and goes on where it was', () => {
  current().says('one', true);
  current().onend?.();
  vi.advanceTimersByTime(100);
  expect(FakeRecognition.made).toHaveLength(2);
  current().says('two', true);
  expect(heard()).toEqual(['one', 'two']);
  expect(problems()).toEqual([]);
});

it('gives up and says so when it ends at once, again and again', () => {
  for (let session = 0; session < 4; session += 1) {
    current().onend?.();
    vi.advanceTimersToNextTimer();
  }
  expect(FakeRecognition.made).toHaveLength(4);
  expect(problems()).toEqual(['stopped']);
});

it('goes on for as long as it listens, though nothing is said', () => {
  for (let session = 0; session < 8; session += 1) {
    vi.advanceTimersByTime(8000);
    current().fails('no-speech');
    vi.advanceTimersByTime(100);
  }
  expect(problems()).toEqual([]);
  expect(FakeRecognition.made).toHaveLength(9);
});

it.each([
  ['not-allowed', 'not-allowed'],
  ['service-not-allowed', 'not-allowed'],
  ['audio-capture', 'no-microphone'],
])('says what is wrong at once where no new start cures it: %s', (error, problem) => {
  current().fails(error);
  vi.advanceTimersByTime(10_000);
  expect(problems()).toEqual([problem]);
  expect(FakeRecognition.made).toHaveLength(1);
});

it('tries four times where the network fails, then says so', () => {
  for (let session = 0; session < 4; session += 1) {
    vi.advanceTimersByTime(5000);
    current().fails('network');
    vi.advanceTimersByTime(5000);
  }
  expect(problems()).toEqual(['network']);
});

it('is not started again once it is told to stop', () => {
  recogniser.stop();
  expect(current().stop).toHaveBeenCalled();
  current().onend?.();
  vi.advanceTimersByTime(10_000);
  expect(FakeRecognition.made).toHaveLength(1);
});

it('finds the recogniser under either of its names, and none where there is none', () => {
  expect(findRecognition({ webkitSpeechRecognition: FakeRecognition })).toBe(FakeRecognition);
  expect(findRecognition({ SpeechRecognition: undefined })).toBeNull();
});
