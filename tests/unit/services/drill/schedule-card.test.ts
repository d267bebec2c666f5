import { expect, test } from 'vitest';
import { type RecallGrade, recallGrade, recallGrades } from '#lib/domain/drill/card.ts';
import { scheduleCard } from '#lib/services/drill/schedule-card.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 0, 5, 9);
const daysUntil = (grades: RecallGrade[]) => {
  let card = null;
  let at = start;
  for (const grade of grades) {
    card = scheduleCard(card, at, grade);
    at = card.due;
  }
  return card ? Math.round((card.due - card.lastReview) / day) : 0;
};

test('the better it went, the later it comes back, and never on the same day', () => {
  const waits = recallGrades.map((grade) => daysUntil([grade]));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits[0]).toBe(1);
  expect(waits.at(-1)).toBeGreaterThan(5);
});

test('waits grow as long as it goes well and fall back when it does not', () => {
  const well = daysUntil(['good', 'good', 'good']);
  expect(well).toBeGreaterThan(daysUntil(['good', 'good']));
  expect(daysUntil(['good', 'good', 'good', 'again'])).toBeLessThan(well / 3);
  expect(daysUntil(Array.from({ length: 9 }, () => 'easy'))).toBeLessThanOrEqual(122);
});

test('the same answers give the same plan', () => {
  const plan = () => scheduleCard(scheduleCard(null, start, 'hard'), start + 3 * day, 'good');
  expect(plan()).toEqual(plan());
});

test.each([
  [0, 'again'],
  [0.49, 'again'],
  [0.5, 'hard'],
  [0.7, 'good'],
  [0.9, 'easy'],
  [1, 'easy'],
] as const)('a result of %d is %s', (score, grade) => {
  expect(recallGrade(score)).toBe(grade);
});
