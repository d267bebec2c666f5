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

/** Two more of the principle's own, for the principles that have scenarios. */
export const ownCriteria = {
  'have-backbone-disagree-and-commit': ['dissent', 'commit'],
  ownership: ['initiative', 'long_term'],
  'dive-deep': ['root_cause', 'verification'],
  'deliver-results': ['obstacles', 'delivered'],
} as const satisfies Partial<Record<Principle, readonly [string, string]>>;

export const criterionSchema = z.enum([...commonCriteria, ...Object.values(ownCriteria).flat()]);
export type Criterion = z.infer<typeof criterionSchema>;

export const practisedPrincipleSchema = z.enum(
  Object.keys(ownCriteria) as [keyof typeof ownCriteria, ...(keyof typeof ownCriteria)[]],
);
export type PractisedPrinciple = z.infer<typeof practisedPrincipleSchema>;

/** The ten criteria an answer for this principle is scored on: the common eight, then its own two. */
export function criteriaOf(principle: PractisedPrinciple): Criterion[] {
  return [...commonCriteria, ...ownCriteria[principle]];
}

export const scores = [0, 1, 2, 3] as const;
export const scoreSchema = z.literal([0, 1, 2, 3]);
export type Score = z.infer<typeof scoreSchema>;

const line = z.string().trim().min(1);

/** One criterion with everything that is said about it, in content/rubric.yaml. */
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
