import { describe, expect, it } from 'vitest';
import {
  forgetWords,
  keepDraft,
  keepOutbox,
  readDraft,
  readOutbox,
  type WordStore,
} from '#components/interview/outbox.ts';
import type { Spoken } from '#components/voice/take.ts';

function memoryStore(): WordStore & { size: () => number } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    size: () => kept.size,
  };
}

const turn = { clientTurnId: 'c1', text: 'I told\nher "so".', repliesTo: 't1' };

describe('outbox', () => {
  it('gives back the turn that was kept, character for character', () => {
    const store = memoryStore();
    keepOutbox(store, 'a', turn);
    expect(readOutbox(store, 'a')).toEqual(turn);
  });

  it('keeps interviews apart', () => {
    const store = memoryStore();
    keepOutbox(store, 'a', turn);
    keepDraft(store, 'a', 'half a sent');
    expect(readOutbox(store, 'b')).toBeNull();
    expect(readDraft(store, 'b')).toBe('');
  });

  it('takes nothing else for a turn', () => {
    for (const stored of ['', 'null', '{}', '{"clientTurnId":1,"text":"x"}', '{"text":"x"}', '[not json']) {
      const store: WordStore = { ...memoryStore(), getItem: () => stored };
      expect(readOutbox(store, 'a'), stored).toBeNull();
    }
  });

  it('reads a turn that names no question', () => {
    const store: WordStore = { ...memoryStore(), getItem: () => '{"clientTurnId":"c","text":"x"}' };
    expect(readOutbox(store, 'a')).toEqual({ clientTurnId: 'c', text: 'x', repliesTo: null });
  });

  it('leaves nothing behind when words are forgotten or empty', () => {
    const store = memoryStore();
    keepOutbox(store, 'a', turn);
    keepDraft(store, 'a', 'draft');
    forgetWords(store, 'a');
    keepDraft(store, 'a', '');
    keepOutbox(store, 'a', null);
    expect(store.size()).toBe(0);
  });
});

it('keeps how a turn was spoken, and drops what is no such thing', () => {
  const spoken: Spoken = { seconds: 1.4, words: [['no.', 0, 1.4]] };
  const store = memoryStore();
  keepOutbox(store, 'a', { ...turn, spoken });
  expect(readOutbox(store, 'a')).toEqual({ ...turn, spoken });
  for (const broken of [7, { seconds: 'long', words: null }, { seconds: 0, words: null }, { seconds: 2 }]) {
    store.setItem('bar-raiser.outbox.a', JSON.stringify({ ...turn, spoken: broken }));
    expect(readOutbox(store, 'a')).toEqual(turn);
  }
});
