import { type Criterion, commonCriteria, ownCriteria, type PractisedPrinciple } from './rubric.ts';

export type ExpectedScores = Partial<Record<Criterion, number>>;

/** What a vote is computed from, each a value 0-3 that never falls when a score rises. */
export const verdictTermNames = [
  ...commonCriteria,
  'own_lower',
  'own_higher',
  'lowest',
  'second_lowest',
  'third_lowest',
  'fourth_lowest',
  'fifth_lowest',
  'action',
  'result',
  'action_and_result',
  'action_and_principle',
] as const;
export type VerdictTerm = (typeof verdictTermNames)[number];

/**
 * The terms of a vote: the common criteria, the principle's own two (the lower and the higher: so that a principle
 * without labels of its own votes by the same weights), the lowest five of all ten, and the weaker or better of pairs a
 * debrief weighs together. In: expected scores 0-3, absent ones count 0. Out: one value 0-3 a term, in the order of
 * `verdictTermNames`; each is a minimum, a maximum or an order statistic, hence monotone in every score.
 */
export function verdictTerms(expected: ExpectedScores, principle: PractisedPrinciple): number[] {
  const of = (criterion: Criterion) => expected[criterion] ?? 0;
  const common = commonCriteria.map(of);
  const own = ownCriteria[principle].map(of).sort(ascending);
  const lowest = [...common, ...own].sort(ascending).slice(0, 5);
  const action = Math.min(of('ownership'), of('specificity'));
  const result = Math.max(of('metric'), of('impact'));
  return [
    ...common,
    ...own,
    ...lowest,
    action,
    result,
    Math.min(action, result),
    Math.min(action, own[0] ?? 0),
  ];
}

/** A value 0-3 as three steps of 0-1 each: what was reached of 0 to 1, of 1 to 2, of 2 to 3. */
export function steps(value: number): [number, number, number] {
  return [unit(value), unit(value - 1), unit(value - 2)];
}

const unit = (value: number) => Math.min(1, Math.max(0, value));
const ascending = (a: number, b: number) => a - b;
