import { describe, expect, it } from 'vitest';
import { appendWords } from '#components/voice/append-words.ts';
import { ListeningClock } from '#components/voice/listening-clock.ts';
import { segmentStep } from '#components/voice/segment.ts';
import { sentencesToSay } from '#components/voice/sentences-to-say.ts';
import { silenceAfter } from '#components/voice/silence.ts';
import { shifted, spokenOf } from '#components/voice/take.ts';
import { levelOf, meterOf, nextActivity, quiet } from '#components/voice/voice-activity.ts';
import { keepVoicePreferences, readVoicePreferences, usual } from '#components/voice/voice-preferences.ts';

describe('words that were heard', () => {
  it('are put after what stands there, which stays as it is', () => {
    expect(appendWords('', ' I told them ')).toBe('I told them');
    expect(appendWords('I told them', 'no.')).toBe('I told them no.');
    expect(appendWords('One.\n\n', 'Two.')).toBe('One.\n\nTwo.');
    expect(appendWords('typed  ', ' ')).toBe('typed  ');
  });
});

describe('what is sent with a spoken turn', () => {
  const heard = (text: string, start: number, words = true) => ({
    text,
    start,
    end: start + 3,
    words: words
      ? text
          .split(' ')
          .map((word, index): [string, number, number] => [word, start + index, start + index + 0.5])
      : null,
  });

  it('is the time from the first word to the last, and the words of all stretches', () => {
    const spoken = spokenOf('I told them. They said no.', [
      heard('I told them.', 2),
      heard('They said no.', 8),
    ]);
    expect(spoken?.seconds).toBe(8.5);
    expect(spoken?.words).toHaveLength(6);
    expect(spoken?.words?.slice(2, 4)).toEqual([
      ['them.', 2, 2.5],
      ['They', 6, 6.5],
    ]);
  });

  it('has no words where one stretch has none, and the time all the same', () => {
    const parts = [heard('I told them.', 2), heard('They said no.', 8, false)];
    expect(spokenOf('I told them. They said no.', parts)).toEqual({ seconds: 9, words: null });
  });

  it('is nothing where most of the text was typed, or all of what was heard was deleted', () => {
    expect(
      spokenOf('I told them and then I typed all the rest of this.', [heard('I told them', 2)]),
    ).toBeNull();
    expect(spokenOf('typed', [])).toBeNull();
    expect(spokenOf('', [heard('I told them', 2)])).toBeNull();
  });

  it('moves the words of a stretch to where it began', () => {
    expect(shifted([['no', 0.25, 0.5]], 12.1)).toEqual([['no', 12.35, 12.6]]);
  });
});

describe('the clock of listening', () => {
  it('stands still while the microphone is closed', () => {
    let now = 0;
    const clock = new ListeningClock(() => now);
    clock.start();
    now = 4000;
    clock.start();
    clock.stop();
    now = 60_000;
    expect(clock.seconds()).toBe(4);
    clock.start();
    now = 61_000;
    expect(clock.seconds()).toBe(5);
  });
});

describe('silence', () => {
  it('ends no answer by itself: it is announced, and then counted down', () => {
    expect(silenceAfter(11.9, true)).toEqual({ kind: 'none' });
    expect(silenceAfter(12, true)).toEqual({ kind: 'asking', secondsLeft: 20 });
    expect(silenceAfter(31.5, true)).toEqual({ kind: 'asking', secondsLeft: 1 });
    expect(silenceAfter(32, true)).toEqual({ kind: 'over' });
  });

  it('means nothing where there is nothing to send', () => {
    expect(silenceAfter(100, false)).toEqual({ kind: 'none' });
  });
});

describe('a voice', () => {
  const activityAfter = (levels: number[]) => levels.reduce(nextActivity, quiet);

  it('stands out of the room, however loud the room is', () => {
    expect(activityAfter([...Array<number>(300).fill(0.03)]).speaking).toBe(false);
    expect(activityAfter([...Array<number>(300).fill(0.03), 0.2]).speaking).toBe(true);
    expect(activityAfter([...Array<number>(50).fill(0), 0.05]).speaking).toBe(true);
  });

  it('is not a still room’s own noise', () => {
    expect(activityAfter(Array<number>(50).fill(0.006)).speaking).toBe(false);
  });

  it('does not become the room while it goes on', () => {
    const speech = Array.from({ length: 600 }, (_, tenth) => (tenth % 10 < 8 ? 0.15 : 0.02));
    expect(activityAfter([...speech, 0.15]).speaking).toBe(true);
  });

  it('has a level, and a place on the meter', () => {
    expect(levelOf(new Float32Array([0.5, -0.5]))).toBeCloseTo(0.5);
    expect(levelOf(new Float32Array())).toBe(0);
    expect([meterOf(0), meterOf(0.001), meterOf(1)]).toEqual([0, expect.closeTo(0), 1]);
  });
});

describe('a recording', () => {
  it('is cut in a pause after enough speech, not in a word', () => {
    expect(segmentStep({ startedAt: 10, voicedAt: 11 }, 12)).toBe('go-on');
    expect(segmentStep({ startedAt: 10, voicedAt: 13 }, 13.5)).toBe('go-on');
    expect(segmentStep({ startedAt: 10, voicedAt: 13 }, 13.8)).toBe('cut');
  });

  it('is cut at last without any pause, and dropped where nothing is said', () => {
    expect(segmentStep({ startedAt: 10, voicedAt: 37.9 }, 37.9)).toBe('go-on');
    expect(segmentStep({ startedAt: 10, voicedAt: 38 }, 38)).toBe('cut');
    expect(segmentStep({ startedAt: 10, voicedAt: null }, 20)).toBe('drop');
  });
});

describe('the bar raiser’s sentences', () => {
  it('are read aloud once they are whole', () => {
    expect(sentencesToSay('You said 6 percent. What did', false)).toEqual(['You said 6 percent.']);
    expect(sentencesToSay('You said 6 percent. What did you do?', false)).toEqual(['You said 6 percent.']);
    expect(sentencesToSay('You said 6 percent. What did you do?', true)).toEqual([
      'You said 6 percent.',
      'What did you do?',
    ]);
    expect(sentencesToSay('', true)).toEqual([]);
  });
});

describe('what one likes', () => {
  it('is remembered, and what can’t be read is as if never chosen', () => {
    const map = new Map<string, string>();
    const store = {
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
      removeItem: (key: string) => void map.delete(key),
    };
    expect(readVoicePreferences(store)).toEqual(usual);
    keepVoicePreferences(store, { handsFree: true, aloud: false, device: 'usb' });
    expect(readVoicePreferences(store)).toEqual({ handsFree: true, aloud: false, device: 'usb' });
    for (const broken of ['{', '7', 'null', '{"handsFree":"yes","device":4}']) {
      for (const key of map.keys()) map.set(key, broken);
      expect(readVoicePreferences(store)).toEqual(usual);
    }
  });
});
