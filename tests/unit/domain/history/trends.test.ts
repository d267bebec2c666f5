import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdictAt } from '#lib/domain/history/attempt.ts';
import { criteriaIn, criterionTrend, principlesIn, principleTrend } from '#lib/domain/history/trends.ts';
import { verdicts } from '#lib/domain/verdict.ts';
import { attempt } from '#tests/support/attempts.ts';

const made = fc.record({
  day: fc.integer({ min: 0, max: 400 }),
  engine: fc.constantFrom('embedded', 'openai:a', 'openai:b'),
  principle: fc.constantFrom('ownership' as const, 'frugality' as const),
  value: fc.option(fc.double({ min: 0, max: 3, noNaN: true }), { nil: null, freq: 5 }),
  noStory: fc.boolean(),
});
const attempts = fc
  .array(made, { maxLength: 40 })
  .map((all) =>
    all.map(({ value, ...each }, index) => attempt({ ...each, id: `i${index}`, scores: () => value })),
  );

describe('a trend', () => {
  test('has a line for each engine, in time, and no point of another engine in it', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const lines = criterionTrend(all, 'metric');
        expect(new Set(lines.map(({ engine }) => engine)).size).toBe(lines.length);
        for (const { engine, points } of lines) {
          const times = points.map(({ at }) => at);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          for (const { interviewId } of points) {
            const source = all.find((each) => each.interviewId === interviewId);
            expect(source?.scorecard.engine).toBe(engine);
          }
        }
      }),
    );
  });

  test('accounts for every attempt once: drawn, or counted as without', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const lines = criterionTrend(all, 'metric');
        expect(lines.reduce((sum, { points, without }) => sum + points.length + without, 0)).toBe(all.length);
        const own = criterionTrend(all, 'long_term');
        expect(own.reduce((sum, { points, without }) => sum + points.length + without, 0)).toBe(
          all.filter(({ scorecard }) => scorecard.principle === 'ownership').length,
        );
      }),
    );
  });

  test('has a mean that lies between the lowest and the highest of the last five', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        for (const { points } of criterionTrend(all, 'metric')) {
          points.forEach(({ mean }, index) => {
            const last = points.slice(Math.max(index - 4, 0), index + 1).map(({ value }) => value);
            expect(mean).toBeCloseTo(last.reduce((sum, value) => sum + value, 0) / last.length, 10);
          });
        }
      }),
    );
  });

  test('reads every vote of a principle at the one level that is asked for', () => {
    fc.assert(
      fc.property(attempts, fc.constantFrom('sde1' as const, 'senior' as const), (all, level) => {
        for (const { points } of principleTrend(all, 'ownership', level)) {
          for (const { interviewId, value } of points) {
            const source = all.find((each) => each.interviewId === interviewId);
            expect(source && verdictAt(source, level)).toBe(verdicts[value]);
          }
        }
      }),
    );
  });

  test('marks the points that no rated answers stand behind, and no others', () => {
    const all = [attempt({ day: 1, principle: 'frugality' }), attempt({ day: 2, principle: 'ownership' })];
    expect(criterionTrend(all, 'cost_discipline')[0]?.points.map(({ unvalidated }) => unvalidated)).toEqual([
      true,
    ]);
    expect(criterionTrend(all, 'metric')[0]?.points.map(({ unvalidated }) => unvalidated)).toEqual([
      false,
      false,
    ]);
    expect(principleTrend(all, 'frugality', 'sde2')[0]?.points[0]?.unvalidated).toBe(true);
    expect(principleTrend(all, 'ownership', 'sde2')[0]?.points[0]?.unvalidated).toBe(false);
  });
});

test('the criteria stand in the order of the rubric, the principles with the latest first', () => {
  const all = [attempt({ day: 1, principle: 'frugality' }), attempt({ day: 2, principle: 'ownership' })];
  expect(criteriaIn(all).slice(0, 2)).toEqual(['context', 'scope']);
  expect(criteriaIn(all)).toHaveLength(12);
  expect(principlesIn(all)).toEqual(['ownership', 'frugality']);
});
