import { z } from 'zod';
import { ratingSchema } from '#lib/domain/assessment.ts';

/** Words of the answer: `text.slice(start, end) === quote` (UTF-16 units). */
const stretchSchema = z.strictObject({
  quote: z.string().min(1),
  start: z.number().int(),
  end: z.number().int(),
});

export const reasonSchema = z.strictObject({
  kind: z.enum(['earned', 'cost', 'missing']),
  about: z.string().describe('the criterion, or what was looked for'),
  text: z.string(),
  quote: stretchSchema.nullable().describe("the person's own words it rests on"),
});
export type Reason = z.infer<typeof reasonSchema>;

export const exerciseResultSchema = z.strictObject({
  score: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .describe('null: what was written could not be read, and does not count'),
  reasons: z.array(reasonSchema),
  rating: ratingSchema.nullable().describe('of a reply: weak 0, mixed 1, strong 2'),
  seconds: z.strictObject({ spent: z.number(), target: z.number() }).nullable(),
  engine: z.string().nullable().describe('what read it; null where nothing had to be read'),
});
export type ExerciseResult = z.infer<typeof exerciseResultSchema>;

/** A result without a grader's reading in it. */
export function plainResult(score: number, reasons: Reason[]): ExerciseResult {
  return { score: unit(score), reasons, rating: null, seconds: null, engine: null };
}

/** Kept within 0 to 1, rounded to the hundredth: two runs of the same answer print the same. */
export function unit(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
}
