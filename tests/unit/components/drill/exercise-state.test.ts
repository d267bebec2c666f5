import { expect, it } from 'vitest';
import { forgetId, idFor } from '#components/drill/answer-outbox.ts';
import { calendarWords, practiceWords } from '#components/drill/drill-words.ts';
import { exerciseReducer, freshExercise } from '#components/drill/exercise-state.ts';
import { parseRuns } from '#components/drill/parse-runs.ts';
import type { AnsweredExercise } from '#lib/domain/drill/answered.ts';

const answered: AnsweredExercise = {
  id: 'a',
  exerciseId: 'quiz.x.1',
  answer: { type: 'choice', option: 1 },
  result: { score: 1, reasons: [], rating: null, seconds: null, engine: null },
  revealed: { kind: 'quiz', answer: 1, explanation: 'So it is.' },
  due: 1,
  next: null,
};

it('goes from open over sending to answered, and begins again', () => {
  const sending = exerciseReducer(freshExercise, { type: 'sent' });
  const done = exerciseReducer(sending, { type: 'answered', answered });
  expect(done).toMatchObject({ phase: 'answered', answered: { id: 'a' } });
  expect(exerciseReducer(done, { type: 'again' })).toEqual(freshExercise);
});

it('opens again with what went wrong, and sends once at a time', () => {
  const sending = exerciseReducer(freshExercise, { type: 'sent' });
  expect(exerciseReducer(sending, { type: 'sent' })).toBe(sending);
  const failed = exerciseReducer(sending, { type: 'failed', message: 'Out of reach.' });
  expect(failed).toMatchObject({ phase: 'open', problem: 'Out of reach.' });
  expect(exerciseReducer(failed, { type: 'sent' }).problem).toBeNull();
});

it('leaves what arrives after one began again', () => {
  expect(exerciseReducer(freshExercise, { type: 'answered', answered })).toBe(freshExercise);
});

it('sends the same answer under the same id until it is through, another under another', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  let count = 0;
  const newId = () => `id-${++count}`;
  const id = (text: string) => idFor(store, 'probe.x.y', { type: 'text', text, spokenSeconds: null }, newId);
  expect([id('one two'), id('one two'), id('one'), id('one')]).toEqual(['id-1', 'id-1', 'id-2', 'id-2']);
  forgetId(store, 'probe.x.y');
  expect(id('one')).toBe('id-3');
});

it.each(['', '{', '7', '[[1]]', '[[2,1]]', '[[-1,2]]', '[[0,99]]', '["a"]'])(
  'takes %j for no marks',
  (kept) => {
    expect(parseRuns(kept, 10)).toEqual([]);
  },
);

it('speaks of days practised and never of days lost', () => {
  expect(practiceWords({ total: 0, inARow: 0 })).toBe('No day of practice yet.');
  expect(practiceWords({ total: 9, inARow: 0 })).toBe('9 days of practice.');
  expect(practiceWords({ total: 9, inARow: 3 })).toBe('9 days of practice, the last 3 in a row.');
  expect(calendarWords([{ day: '2026-01-01', exercises: 0 }])).toContain('no practice yet');
});
