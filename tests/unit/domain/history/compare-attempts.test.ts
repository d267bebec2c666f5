import { expect, test } from 'vitest';
import { compareAttempts } from '#lib/domain/history/compare-attempts.ts';
import { buildReport } from '#lib/domain/report.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import { story, TestInterview, testContext } from '#tests/support/domain-fixtures.ts';

function reportOf(expected: (criterion: Criterion) => number, scenarioId = 'hbdc'): Report {
  const interview = new TestInterview('sde2', testContext(scenarioId));
  interview.say(story, { expected, rating: () => 2 });
  interview.wait(5);
  interview.add({ type: 'ended', at: interview.state.lastAt + 5000 });
  interview.speak();
  const { assessment } = interview.state;
  if (!assessment) throw new Error('Nothing was read.');
  return buildReport(interview.state, assessment, interview.context);
}

const before = reportOf((each) => (each === 'scope' ? 2.2 : 1));
const after = reportOf((each) => (each === 'metric' ? 3 : each === 'impact' ? 2 : 1));

test('tells what rose, what fell and what stayed, the largest rise first', () => {
  const { criteria } = compareAttempts(before, after);
  expect(criteria).toHaveLength(10);
  expect(criteria.map(({ criterion, change }) => [criterion, change]).slice(0, 3)).toEqual([
    ['metric', 'higher'],
    ['impact', 'higher'],
    ['scope', 'lower'],
  ]);
  expect(criteria.slice(3).every(({ change }) => change === 'same')).toBe(true);
});

test('brings the words of both sides, as they were said', () => {
  const metric = compareAttempts(before, after).criteria.find(({ criterion }) => criterion === 'metric');
  expect(metric?.after.evidence[0]?.quote).toBe(story.slice(0, metric?.after.evidence[0]?.end));
  expect(metric?.before.score).toBe(1);
});

test('turned around, what rose fell', () => {
  const turned = compareAttempts(after, before).criteria;
  expect(turned.find(({ criterion }) => criterion === 'metric')?.change).toBe('lower');
  expect(turned.find(({ criterion }) => criterion === 'scope')?.change).toBe('higher');
});

test('says whether level and engine were the same, and has no answer where a score is withheld', () => {
  const withheld: Report = {
    ...after,
    level: 'senior',
    engine: 'other',
    criteria: after.criteria.map((each) => (each.criterion === 'metric' ? { ...each, score: null } : each)),
  };
  const { sameEngine, sameLevel, criteria } = compareAttempts(before, withheld);
  expect([sameEngine, sameLevel]).toEqual([false, false]);
  expect(criteria.find(({ criterion }) => criterion === 'metric')?.change).toBe('unknown');
  expect(compareAttempts(before, after)).toMatchObject({ sameEngine: true, sameLevel: true });
});

test('refuses two different questions', () => {
  expect(() =>
    compareAttempts(
      before,
      reportOf(() => 1, 'ownership'),
    ),
  ).toThrow(RangeError);
});
