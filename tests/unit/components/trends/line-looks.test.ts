import { expect, test } from 'vitest';
import { chartRows, dayTicks, lineLook } from '#components/trends/line-looks.ts';
import { criterionTrend } from '#lib/domain/history/trends.ts';
import { attempt } from '#tests/support/attempts.ts';

test('four engines are told apart by more than their colour', () => {
  const looks = [0, 1, 2, 3].map(lineLook);
  expect(new Set(looks.map(({ dash }) => dash)).size).toBe(4);
  expect(new Set(looks.map(({ shape }) => shape)).size).toBe(4);
  expect(lineLook(4)).toEqual(lineLook(0));
});

test('a row of the chart belongs to one line, and no point is lost', () => {
  const lines = criterionTrend(
    [
      attempt({ day: 2, scores: () => 2 }),
      attempt({ day: 1, engine: 'openai:a', principle: 'frugality', scores: () => 1 }),
      attempt({ day: 3, scores: () => 3 }),
    ],
    'metric',
  );
  expect(chartRows(lines).map(({ line, value, mean }) => [line, value, mean])).toEqual([
    [0, 1, 1],
    [1, 2, 2],
    [1, 3, 2.5],
  ]);
});

test('a day is named once, and no more days than fit', () => {
  const rows = (days: readonly number[]) =>
    chartRows(
      criterionTrend(
        days.map((day, index) => attempt({ day, id: `i${index}` })),
        'metric',
      ),
    );
  const named = (days: readonly number[]) => dayTicks(rows(days), 4).map((at) => new Date(at).getUTCDate());
  expect(named([0, 0.01, 0.02])).toEqual([5]);
  expect(named([0, 1, 2])).toEqual([5, 6, 7]);
  expect(named([0, 1, 2, 3, 4, 5, 6])).toEqual([5, 7, 9, 11]);
});
