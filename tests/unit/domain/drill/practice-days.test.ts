import { expect, test } from 'vitest';
import { dayOf, daysBefore, endOfDay, practiceDays } from '#lib/domain/drill/practice-days.ts';

const at = (iso: string) => Date.parse(iso);

test.each([
  ['2026-03-01T23:30:00Z', 0, '2026-03-01'],
  ['2026-03-01T23:30:00Z', 60, '2026-03-02'],
  ['2026-03-01T04:30:00Z', -300, '2026-02-28'],
  ['2026-12-31T11:00:00Z', 14 * 60, '2027-01-01'],
])('%s at %d minutes from UTC is the day %s', (iso, offset, day) => {
  expect(dayOf(at(iso), offset)).toBe(day);
});

test('a day ends at the person’s midnight', () => {
  expect(new Date(endOfDay(at('2026-03-01T23:30:00Z'), 60)).toISOString()).toBe('2026-03-02T23:00:00.000Z');
  expect(new Date(endOfDay(at('2026-03-02T04:59:00Z'), -300)).toISOString()).toBe('2026-03-02T05:00:00.000Z');
});

test('goes back over months and years', () => {
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
  expect(daysBefore('2027-01-01', 366)).toBe('2025-12-31');
});

test('a row reaches to yesterday while today is open, and a gap takes nothing from the total', () => {
  const days = ['2026-02-20', '2026-02-28', '2026-03-01', '2026-03-01'];
  expect(practiceDays(days, '2026-03-02')).toEqual({ total: 3, inARow: 2, today: false });
  expect(practiceDays([...days, '2026-03-02'], '2026-03-02')).toEqual({ total: 4, inARow: 3, today: true });
  expect(practiceDays(days, '2026-03-04')).toEqual({ total: 3, inARow: 0, today: false });
});
