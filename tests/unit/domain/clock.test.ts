import { expect, test } from 'vitest';
import {
  absenceAfterSeconds,
  countedSeconds,
  countWords,
  interviewBudgetSeconds,
  sectionBudgets,
  speakingSeconds,
} from '#lib/domain/clock.ts';
import { levels } from '#lib/domain/level.ts';
import { testContext } from '#tests/support/domain-fixtures.ts';

test('an interview has 25 minutes typed and 15 spoken', () => {
  expect(interviewBudgetSeconds('typed')).toBe(1500);
  expect(interviewBudgetSeconds('spoken')).toBe(900);
});

test('a clock set back counts nothing and an absence counts as one long answer', () => {
  expect(countedSeconds(10_000, 4_000)).toBe(0);
  expect(countedSeconds(0, 30_000)).toBe(30);
  expect(countedSeconds(0, 86_400_000)).toBe(absenceAfterSeconds);
});

test.each(levels)('section budgets add up to the upper end of the range at %s', (level) => {
  const { scenario } = testContext();
  const budgets = sectionBudgets(scenario, level);
  expect(budgets.map(({ section }) => section)).toEqual([
    'situation',
    'task',
    'action',
    'result',
    'reflection',
  ]);
  expect(budgets.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(
    scenario.levels[level].target_seconds[1],
  );
});

test('section budgets keep the proportions of the scenario', () => {
  expect(sectionBudgets(testContext().scenario, 'sde2').map(({ seconds }) => seconds)).toEqual([
    26, 17, 77, 17, 13,
  ]);
});

test('words are counted as they are said, figures included', () => {
  expect(countWords('From 0.3 % to zero -- within two weeks, $8K a week.')).toBe(10);
  expect(countWords('')).toBe(0);
  expect(speakingSeconds(150)).toBe(60);
});
