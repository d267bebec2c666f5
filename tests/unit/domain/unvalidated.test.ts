import { expect, test } from 'vitest';
import { gapOrder } from '#lib/domain/gap.ts';
import { gapWeights } from '#lib/domain/gap-weights.ts';
import { labelledOwnCriteria, labelledPrinciples, practisedPrincipleSchema } from '#lib/domain/rubric.ts';
import { unvalidatedCriteria } from '#lib/domain/unvalidated.ts';
import { verdict } from '#lib/domain/verdict.ts';

test('what has rated answers is not marked; of every other principle its own two criteria are', () => {
  for (const principle of practisedPrincipleSchema.options) {
    const rated = labelledPrinciples.some((labelled) => labelled === principle);
    expect(unvalidatedCriteria(principle)).toHaveLength(rated ? 0 : 2);
  }
  expect(unvalidatedCriteria('frugality')).toEqual(['resourcefulness', 'cost_discipline']);
});

test('the vote counts the own criteria of a principle without rated answers as it counts those with', () => {
  const common = { context: 2, scope: 2, ownership: 2, specificity: 2, metric: 2, impact: 2, durability: 2 };
  for (const [one, other] of [
    [0, 0],
    [1, 2],
    [3, 3],
  ] as const) {
    const rated = { ...common, reflection: 2, dissent: one, commit: other };
    const unrated = { ...common, reflection: 2, resourcefulness: one, cost_discipline: other };
    expect(verdict(unrated, 'frugality', 'sde2')).toBe(
      verdict(rated, 'have-backbone-disagree-and-commit', 'sde2'),
    );
  }
});

test('the wish to ask about an unrated criterion is the mean of that about the rated ones', () => {
  const solid = { context: 3, scope: 3, ownership: 3, specificity: 3, metric: 3, impact: 3, durability: 3 };
  const missing = { ...solid, reflection: 3, resourcefulness: 3, cost_discipline: 0 };
  expect(gapOrder(missing, 'frugality', 'sde2')[0]).toBe('cost_discipline');
  const never = { ...gapWeights };
  for (const criterion of labelledOwnCriteria) never[criterion] = [-100, 0, 0, 0];
  expect(gapOrder(missing, 'frugality', 'sde2', never).slice(-2).toSorted()).toEqual([
    'cost_discipline',
    'resourcefulness',
  ]);
});
