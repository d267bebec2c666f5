import { z } from 'zod';
import { ratingSchema } from '#lib/domain/assessment.ts';
import {
  type Criterion,
  commonCriteria,
  ownCriteria,
  type PractisedPrinciple,
  scoreSchema,
} from '#lib/domain/rubric.ts';

/**
 * Scores travel as text: the one form of a closed list that every provider's schemas take. The declared schemas are what
 * a server is held to; the lenient ones also take a number, which a model without a schema is likely to send.
 */
const declaredScore = z.enum(['0', '1', '2', '3']);
const declaredRating = z.enum(['0', '1', '2']);
const asText = (value: unknown) => (typeof value === 'number' ? String(value) : value);
const lenientScore = z
  .preprocess(asText, declaredScore)
  .transform((score) => scoreSchema.parse(Number(score)));
const lenientRating = z
  .preprocess(asText, declaredRating)
  .transform((rating) => ratingSchema.parse(Number(rating)));

const quotes = z.array(z.string());

function gradedWith<Score extends z.ZodType>(score: Score) {
  return z.strictObject({ evidence: quotes, why: z.string(), score });
}

function gradesWith<Score extends z.ZodType>(score: Score, criteria: readonly Criterion[]) {
  return z.strictObject(Object.fromEntries(criteria.map((criterion) => [criterion, gradedWith(score)])));
}

function replyWith<Rating extends z.ZodType>(rating: Rating) {
  return z.strictObject({
    evidence: quotes,
    why: z.string(),
    evades: z.boolean(),
    disowns: z.boolean(),
    rating,
  });
}

export const declaredSchemas = {
  common: gradesWith(declaredScore, commonCriteria),
  own: (principle: PractisedPrinciple) => gradesWith(declaredScore, ownCriteria[principle]),
  /** `aims` in the order of the rubric. Without any there is no `criteria`: some providers refuse an object without properties. */
  reply: (aims: readonly Criterion[]) =>
    aims.length > 0
      ? replyWith(declaredRating).extend({ criteria: gradesWith(declaredScore, aims) })
      : replyWith(declaredRating),
};

/** A grade as it is used: the quotes not yet looked up. */
export const gradeSchema = gradedWith(lenientScore);
export type RawGrade = z.infer<typeof gradeSchema>;

/** Grades by criterion; every one of `criteria` is there. */
export function gradesSchema(criteria: readonly Criterion[]): z.ZodType<Record<string, RawGrade>> {
  return gradesWith(lenientScore, criteria);
}

/** A reply's grade as it is used: what was scored beside the aims is passed over, an aim left out is asked for again. */
export const replyGradeSchema = replyWith(lenientRating).extend({
  criteria: z.record(z.string(), gradeSchema).default({}),
});
export type RawReplyGrade = z.infer<typeof replyGradeSchema>;
