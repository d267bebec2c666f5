import { expect, test } from 'vitest';
import { coverageMap } from '#lib/domain/story/coverage.ts';
import { bestGrade } from '#lib/domain/story/story-view.ts';
import { lateExport, teamMove } from '#tests/support/own-stories.ts';

const stories = [
  { id: 'a', content: lateExport },
  { id: 'b', content: teamMove },
  { id: 'c', content: { ...teamMove, principles: ['dive-deep' as const] } },
];

test('a principle is covered by two stories told for it, whatever the grader finds', () => {
  const rows = coverageMap(stories, new Map([['b', ['dive-deep' as const, 'frugality' as const]]]));
  const row = (principle: string) => rows.find((each) => each.principle === principle);
  expect(rows).toHaveLength(16);
  expect(row('dive-deep')).toMatchObject({ cells: ['told', 'could', 'told'], told: 2, standing: 'covered' });
  expect(row('ownership')).toMatchObject({ cells: [null, 'told', null], standing: 'thin' });
  expect(row('frugality')).toMatchObject({ cells: [null, 'could', null], standing: 'hole' });
});

test('the best grade is the higher vote, then the higher level; no vote is none', () => {
  expect(bestGrade([])).toBeNull();
  expect(bestGrade([{ level: 'sde2', vote: null }])).toBeNull();
  expect(bestGrade([{ level: 'sde2', vote: 'not_enough_evidence' }])).toBeNull();
  expect(
    bestGrade([
      { level: 'senior', vote: 'no_hire' },
      { level: 'sde1', vote: 'hire' },
      { level: 'sde2', vote: 'hire' },
    ]),
  ).toEqual({ level: 'sde2', vote: 'hire' });
});
