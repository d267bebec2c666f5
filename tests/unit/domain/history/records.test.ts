import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byStrength } from '#lib/domain/history/attempt.ts';
import { holdsBack, nextToWorkOn } from '#lib/domain/history/held-back.ts';
import { newPersonalBests, questionRecords } from '#lib/domain/history/records.ts';
import { attempt } from '#tests/support/attempts.ts';

const but = (criterion: string, low: number) => (each: string) => (each === criterion ? low : 3);

describe('best and latest', () => {
  test('are kept for each question and each engine by itself', () => {
    const all = [
      attempt({ day: 1, scenarioId: 'one', scores: () => 3 }),
      attempt({ day: 2, scenarioId: 'one', scores: () => 1 }),
      attempt({ day: 3, scenarioId: 'one', scores: () => 2, engine: 'openai:a' }),
      attempt({ day: 4, scenarioId: 'two', scores: () => 0 }),
    ];
    const told = questionRecords(all).map(({ scenarioId, engine, best, latest, attempts }) => [
      scenarioId,
      engine,
      best.interviewId,
      latest.interviewId,
      attempts,
    ]);
    expect(told).toEqual([
      ['two', 'embedded', 'i4', 'i4', 1],
      ['one', 'openai:a', 'i3', 'i3', 1],
      ['one', 'embedded', 'i1', 'i2', 2],
    ]);
  });

  test('the best is not beaten by any other of its question and engine', () => {
    const some = fc.record({
      day: fc.integer({ min: 0, max: 99 }),
      engine: fc.constantFrom('embedded', 'openai:a'),
      value: fc.double({ min: 0, max: 3, noNaN: true }),
      level: fc.constantFrom('sde1' as const, 'sde2' as const, 'senior' as const),
      noStory: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 20 }), (values) => {
        const all = values.map(({ value, ...each }, index) =>
          attempt({ ...each, id: `i${index}`, scores: () => value }),
        );
        for (const { best, engine, level } of questionRecords(all)) {
          for (const other of all.filter(({ scorecard }) => scorecard.engine === engine))
            expect(byStrength(best, other, level)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('a personal best', () => {
  test('is above every earlier score of the same engine; the first score of all is none', () => {
    const first = attempt({ day: 1, scores: () => 1 });
    const stranger = attempt({ day: 2, scores: () => 3, engine: 'openai:a' });
    const latest = attempt({ day: 3, scores: (each) => (each === 'metric' ? 2 : 1) });
    expect(newPersonalBests([first])).toEqual([]);
    expect(newPersonalBests([latest, stranger, first])).toEqual([
      { criterion: 'metric', score: 2, before: 1, unvalidated: false },
    ]);
  });

  test('is not found in an interview without a story, nor in a withheld score', () => {
    const first = attempt({ day: 1, scores: () => 1 });
    expect(newPersonalBests([first, attempt({ day: 2, scores: () => null })])).toEqual([]);
    expect(newPersonalBests([first, attempt({ day: 2, scores: () => 2, noStory: true })])).toEqual([]);
  });
});

describe('what to work on next', () => {
  test('is what held back most of the last five, not of those before', () => {
    const old = [1, 2, 3, 4, 5, 6].map((day) => attempt({ day, scores: but('scope', 0) }));
    const recent = [
      attempt({ day: 11, scores: but('metric', 0) }),
      attempt({ day: 12, scores: but('metric', 1) }),
      attempt({ day: 13, scores: but('reflection', 0) }),
      attempt({ day: 14, scores: but('metric', 1) }),
      attempt({ day: 15, scores: but('durability', 0) }),
    ];
    expect(nextToWorkOn([...recent, ...old])).toMatchObject({
      criterion: 'metric',
      times: 3,
      of: 5,
      score: 1,
      latest: { interviewId: 'i14' },
    });
  });

  test('asks only those that the latest engine read, and in which a story was told', () => {
    const all = [
      ...[1, 2, 3].map((day) => attempt({ day, scores: but('scope', 0), engine: 'openai:a' })),
      attempt({ day: 4, scores: but('metric', 1) }),
      attempt({ day: 5, scores: () => 0, noStory: true, engine: 'openai:a' }),
    ];
    expect(nextToWorkOn(all)).toMatchObject({ criterion: 'metric', times: 1, of: 1 });
  });

  test('of equals it is the one that did so last', () => {
    const all = [attempt({ day: 1, scores: but('scope', 0) }), attempt({ day: 2, scores: but('metric', 0) })];
    expect(nextToWorkOn(all)?.criterion).toBe('metric');
  });

  test('is nothing without attempts, and nothing where every score is a 3', () => {
    expect(nextToWorkOn([])).toBeNull();
    expect(nextToWorkOn([attempt({ day: 1, scores: () => 3 })])).toBeNull();
  });

  test('is never a criterion that has a 3 already', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 10 }), (values) => {
        let at = -1;
        const one = attempt({
          day: 1,
          scores: () => {
            at += 1;
            return values[at] ?? 0;
          },
        });
        const held = holdsBack(one);
        const entry = one.scorecard.criteria.find(({ criterion }) => criterion === held);
        expect(held === null ? values.every((value) => value === 3) : (entry?.score ?? 3) < 3).toBe(true);
      }),
    );
  });
});
