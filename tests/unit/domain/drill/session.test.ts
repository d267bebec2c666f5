import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exerciseKinds } from '#lib/domain/drill/exercise.ts';
import { fiveMinutes, sessionSeconds } from '#lib/domain/drill/session.ts';

const choices = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    kind: fc.constantFrom(...exerciseKinds),
    targetSeconds: fc.integer({ min: 20, max: 110 }),
    story: fc.constantFrom(null, { id: 's', title: 'S' }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);
const due = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 2000 }));
const situation = fc.record({
  exercises: choices,
  due,
  done: fc.array(fc.string({ maxLength: 6 })),
  seed: fc.string(),
});

test('never longer than five minutes and a half, nothing twice, nothing that was done today, due before new', () => {
  fc.assert(
    fc.property(situation, ({ exercises, due: dues, done, seed }) => {
      const input = {
        exercises,
        due: new Map(Object.entries(dues)),
        endOfDay: 1000,
        doneToday: new Set(done),
        seed,
      };
      const chosen = fiveMinutes(input);
      expect(fiveMinutes(input)).toEqual(chosen);
      const ids = chosen.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.some((id) => done.includes(id))).toBe(false);
      expect(chosen.reduce((sum, { targetSeconds }) => sum + targetSeconds, 0)).toBeLessThanOrEqual(
        sessionSeconds + 30,
      );
      const isNew = ids.map((id) => !input.due.has(id));
      expect(isNew).toEqual(isNew.toSorted());
      expect(ids.every((id) => (input.due.get(id) ?? 0) < 1000)).toBe(true);
    }),
    { seed: 6 },
  );
});

test('what has waited longest comes first, but not two of a kind in a row', () => {
  const exercise = (id: string, kind: 'quiz' | 'flaw') => ({ id, kind, targetSeconds: 30, story: null });
  const exercises = [exercise('a', 'quiz'), exercise('b', 'quiz'), exercise('c', 'flaw')];
  const dues = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 3],
  ]);
  const chosen = fiveMinutes({ exercises, due: dues, endOfDay: 9, doneToday: new Set(), seed: '' });
  expect(chosen.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

test('new exercises of one’s own stories come before the library’s of their kind', () => {
  const exercises = Array.from({ length: 12 }, (_, at) => ({
    id: `quiz-${at}`,
    kind: 'quiz' as const,
    targetSeconds: 60,
    story: at % 4 === 0 ? { id: 's', title: 'S' } : null,
  }));
  const chosen = fiveMinutes({ exercises, due: new Map(), endOfDay: 9, doneToday: new Set(), seed: 'x' });
  expect(chosen.map(({ story }) => story !== null)).toEqual([true, true, true, false, false]);
});
