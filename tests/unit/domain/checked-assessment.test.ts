import { expect, test } from 'vitest';
import type { CriterionAssessment } from '#lib/domain/assessment.ts';
import { withCheckedEvidence } from '#lib/domain/checked-assessment.ts';
import {
  assessmentOf,
  firstWords,
  lastWords,
  story,
  storyTold,
  testContext,
} from '#tests/support/domain-fixtures.ts';

const context = testContext();
const shown = firstWords('c1', story);
const other = lastWords('c1', story);

function checked(entry: Pick<CriterionAssessment, 'score' | 'expected' | 'evidence' | 'against'>) {
  const assessment = assessmentOf(storyTold, context, { expected: () => 0, rating: () => 0 });
  const criteria = [{ criterion: 'dissent' as const, ...entry }];
  return withCheckedEvidence({ ...assessment, criteria }, storyTold).criteria[0];
}

test('words against a criterion that the candidate never said are dropped', () => {
  const invented = { turnId: 'c1', quote: 'I never told anybody.', start: 0, end: 21 };
  const entry = checked({ score: 0, expected: 0, evidence: [], against: [invented, ...other] });
  expect(entry?.against).toEqual(other);
  expect(checked({ score: 0, expected: 0, evidence: [], against: [invented] })).not.toHaveProperty('against');
});

test('words that are shown for a score are not held against it, not even in part', () => {
  const [first] = shown;
  if (!first) throw new Error('The story has no words.');
  const part = { ...first, quote: story.slice(first.start + 3, first.end), start: first.start + 3 };
  const entry = checked({ score: 1, expected: 1, evidence: shown, against: [part, ...other] });
  expect(entry?.against).toEqual(other);
});

test('a solid score has nothing held against it; a withheld one may', () => {
  expect(checked({ score: 2, expected: 2, evidence: shown, against: other })).not.toHaveProperty('against');
  expect(checked({ score: 1, expected: 1, evidence: [], against: other })).toMatchObject({
    score: null,
    against: other,
  });
});
