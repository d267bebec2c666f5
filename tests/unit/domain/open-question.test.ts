import { expect, test } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { askedWhetherOnly } from '#lib/domain/open-question.ts';

test.each([
  'Did you measure it?',
  'Can you tell me what you did?',
  'Looking back, would you do it again?',
  'You did that alone?',
  'And was it faster?',
  'When it broke, did you tell anyone?',
  'Is there anything you would change?',
  'Were you alone, or what was it like?',
])('closed: %s', (question) => {
  expect(askedWhetherOnly(question)).toBe(true);
});

test.each([
  'What did you do once the decision was made?',
  'If I wanted to check that for myself, where would I look?',
  'When it broke, what did you do?',
  'In what state was it when people began to use it?',
  'To whom did you say it?',
  'When did you make up your mind?',
  'Knowing what you know now, what would you do differently?',
  'Were the same alarm to land on your desk again, what would you do differently?',
])('open: %s', (question) => {
  expect(askedWhetherOnly(question)).toBe(false);
});

test('every question of the library is open', () => {
  const { rubric, scenarios, script } = loadLibrary();
  const questions = [
    ...rubric.criteria.flatMap(({ questions: own }) => own),
    ...scenarios.flatMap((scenario) => scenario.follow_ups.map(({ neutral }) => neutral)),
    ...script.depth,
  ];
  expect(questions.filter(askedWhetherOnly)).toEqual([]);
});
