import { z } from 'zod';
import type { Principle } from './principle.ts';
import { sectionSchema } from './section.ts';

/** Scored for every question (evals/data/RUBRIC.md). */
export const commonCriteria = [
  'context',
  'scope',
  'ownership',
  'specificity',
  'metric',
  'impact',
  'durability',
  'reflection',
] as const;

/** Two more of the principle's own, for every principle; first the four whose criteria have rated answers. */
export const ownCriteria = {
  'have-backbone-disagree-and-commit': ['dissent', 'commit'],
  ownership: ['initiative', 'long_term'],
  'dive-deep': ['root_cause', 'verification'],
  'deliver-results': ['obstacles', 'delivered'],
  'customer-obsession': ['customer_insight', 'customer_outcome'],
  'invent-and-simplify': ['invention', 'simplification'],
  'are-right-a-lot': ['judgment', 'disconfirmation'],
  'learn-and-be-curious': ['exploration', 'application'],
  'hire-and-develop-the-best': ['talent_bar', 'development'],
  'insist-on-the-highest-standards': ['standard', 'defect_prevention'],
  'think-big': ['bold_direction', 'first_step'],
  'bias-for-action': ['calculated_risk', 'speed'],
  frugality: ['resourcefulness', 'cost_discipline'],
  'earn-trust': ['candour', 'trust_repaired'],
  'strive-to-be-earths-best-employer': ['care', 'working_conditions'],
  'success-and-scale-bring-broad-responsibility': ['wider_effects', 'responsibility_taken'],
} as const satisfies Record<Principle, readonly [string, string]>;

/** The principles whose questions have rated answers (evals/data). */
export const labelledPrinciples = [
  'have-backbone-disagree-and-commit',
  'ownership',
  'dive-deep',
  'deliver-results',
] as const satisfies readonly Principle[];

/** The principles' own criteria that have rated answers: what the models and the fitted numbers are trained on. */
export const labelledOwnCriteria = labelledPrinciples.flatMap((principle): LabelledOwnCriterion[] => [
  ...ownCriteria[principle],
]);
type LabelledOwnCriterion = (typeof ownCriteria)[(typeof labelledPrinciples)[number]][number];

/** The sixteen criteria that have rated answers (evals/data/RUBRIC.md). */
export const labelledCriterionSchema = z.enum([...commonCriteria, ...labelledOwnCriteria]);
export type LabelledCriterion = z.infer<typeof labelledCriterionSchema>;
export const labelledCriteria: readonly LabelledCriterion[] = labelledCriterionSchema.options;

export const criterionSchema = z.enum([...commonCriteria, ...Object.values(ownCriteria).flat()]);
export type Criterion = z.infer<typeof criterionSchema>;

export const practisedPrincipleSchema = z.enum(
  Object.keys(ownCriteria) as [keyof typeof ownCriteria, ...(keyof typeof ownCriteria)[]],
);
export type PractisedPrinciple = z.infer<typeof practisedPrincipleSchema>;

/** Whether rated answers stand behind a criterion. What is said about any other is not yet checked. */
export function isLabelled(criterion: Criterion): criterion is LabelledCriterion {
  return labelledCriteria.some((labelled) => labelled === criterion);
}

/** The ten criteria an answer for this principle is scored on: the common eight, then its own two. */
export function criteriaOf(principle: PractisedPrinciple): Criterion[] {
  return [...commonCriteria, ...ownCriteria[principle]];
}

export const scores = [0, 1, 2, 3] as const;
export const scoreSchema = z.literal([0, 1, 2, 3]);
export type Score = z.infer<typeof scoreSchema>;

const line = z.string().trim().min(1);

/** One criterion with everything that is said about it, in content/rubric/*.yaml. */
export const rubricCriterionSchema = z.strictObject({
  id: criterionSchema,
  name: line,
  section: sectionSchema,
  looks_for: line.describe('what the bar raiser listens for, one sentence'),
  anchors: z.strictObject({ 0: line, 1: line, 2: line, 3: line }),
  questions: z
    .array(line)
    .min(3)
    .describe(
      'story-neutral, one idea, open; asked for a gap without a documented probe, and to dig from another angle',
    ),
  reading: z
    .strictObject({ 0: line, 1: line, 2: line, 3: line })
    .describe('the sentence of the debrief for an answer at this score'),
  unknown: line.describe('what the debrief cannot tell when nobody asked'),
  next: z
    .strictObject({ 1: line, 2: line, 3: line })
    .describe('what the words would need to reach this score'),
});
export type RubricCriterion = z.infer<typeof rubricCriterionSchema>;

export const rubricSchema = z.strictObject({
  version: z.number().int().positive(),
  criteria: z.array(rubricCriterionSchema),
});
export type Rubric = z.infer<typeof rubricSchema>;

/** The rubric's entry for a criterion. The content tests guarantee one for each; a gap is a programming error. */
export function criterionIn(rubric: Rubric, criterion: Criterion): RubricCriterion {
  const found = rubric.criteria.find(({ id }) => id === criterion);
  if (!found) throw new RangeError(`The rubric has no criterion ${criterion}.`);
  return found;
}

/** The printed score of an expected value: its rounding, kept within 0 to 3. */
export function roundToScore(expected: number): Score {
  return scores[Math.min(Math.max(Math.round(expected), 0), 3)] ?? 0;
}

/** The next score up and what the words would need to reach it; null at the top. */
export function nextStep({ next }: RubricCriterion, score: Score): { score: Score; needs: string } | null {
  switch (score) {
    case 0:
      return { score: 1, needs: next[1] };
    case 1:
      return { score: 2, needs: next[2] };
    case 2:
      return { score: 3, needs: next[3] };
    case 3:
      return null;
  }
}
