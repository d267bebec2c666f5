import { expect, it } from 'vitest';
import {
  hearsNothing,
  type ListeningAction,
  listeningReducer,
  notListening,
} from '#components/voice/listening-state.ts';

const stateAfter = (...actions: ListeningAction[]) => actions.reduce(listeningReducer, notListening);
const opened: ListeningAction = { type: 'listening', on: true, at: 1000 };

it('says that nothing is heard, also where a voice was and no word came of it', () => {
  expect(hearsNothing(stateAfter(opened), 12_000)).toBe(false);
  expect(hearsNothing(stateAfter(opened), 13_000)).toBe(true);
  expect(hearsNothing(stateAfter(opened, { type: 'voice', at: 2000 }), 13_000)).toBe(true);
  expect(hearsNothing(stateAfter(opened, { type: 'interim', text: 'I', at: 2000 }), 60_000)).toBe(false);
  expect(
    hearsNothing(stateAfter(opened, { type: 'level', level: 0.2, speaking: true, at: 2000 }), 60_000),
  ).toBe(false);
  expect(hearsNothing(stateAfter(opened, { type: 'listening', on: false, at: 2000 }), 60_000)).toBe(false);
});

it('ends with a problem that going on does not cure, and goes on with one of a single recording', () => {
  const wanted: ListeningAction = { type: 'wanted', on: true, at: 0 };
  const denied = stateAfter(wanted, opened, {
    type: 'problem',
    problem: 'not-allowed',
    detail: null,
    at: 2000,
  });
  expect(denied).toMatchObject({ wanted: false, on: false, problem: { kind: 'not-allowed' } });
  expect(listeningReducer(denied, { ...wanted, at: 3000 }).problem).toBeNull();
  const failed = stateAfter(wanted, opened, {
    type: 'problem',
    problem: 'untranscribed',
    detail: 'why',
    at: 2000,
  });
  expect(failed).toMatchObject({ wanted: true, on: true, problem: { kind: 'untranscribed', detail: 'why' } });
  expect(listeningReducer(failed, { ...wanted, at: 3000 }).problem?.kind).toBe('untranscribed');
  expect(listeningReducer(failed, { type: 'unwritten', count: 0, at: 3000 }).problem).toBeNull();
});

it('counts each sound, word and key as a sign of life, and silence as none', () => {
  const signAt = (...actions: ListeningAction[]) => stateAfter(opened, ...actions).signAt;
  expect(signAt({ type: 'typed', at: 5000 })).toBe(5000);
  expect(signAt({ type: 'voice', at: 5000 })).toBe(5000);
  expect(signAt({ type: 'level', level: 0.01, speaking: false, at: 5000 })).toBe(1000);
  expect(signAt({ type: 'interim', text: '', at: 5000 })).toBe(1000);
});
