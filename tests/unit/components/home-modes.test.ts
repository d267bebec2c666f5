import { expect, it } from 'vitest';
import { homeModes } from '#components/home/home-modes.ts';

const scenario = { id: 'a', question: 'Tell me about a time.', principleName: 'Dive Deep' };
const textOf = (name: string, next: Parameters<typeof homeModes>[0]) =>
  homeModes(next).find((mode) => mode.name === name)?.next.text;
const idle = { due: 0, secondsToday: 0, exercisesToday: 0 };

it('goes on with what was begun before it offers something new', () => {
  expect(textOf('Study', { study: { scenario, begun: true }, drill: idle })).toBe('Go on with Dive Deep');
  expect(textOf('Study', { study: { scenario, begun: false }, drill: idle })).toBe('Read Dive Deep');
  expect(textOf('Study', { study: null, drill: idle })).toBe('You have read all of them');
});

it('names what comes back, and is content when the day is done', () => {
  const drilled = (due: number, secondsToday: number) =>
    textOf('Drill', { study: null, drill: { due, secondsToday, exercisesToday: 0 } });
  expect(drilled(0, 0)).toBe('Five minutes');
  expect(drilled(1, 400)).toBe('One exercise comes back today');
  expect(drilled(7, 0)).toBe('7 exercises come back today');
  expect(drilled(0, 301)).toBe('Today is done; more if you like');
});
