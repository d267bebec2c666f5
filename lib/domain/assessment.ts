import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { factSchema } from './fact.ts';
import { criterionSchema, scoreSchema } from './rubric.ts';
import { sectionSchema } from './section.ts';

export const flags = [
  'instructions_in_answer',
  'matches_published_example',
  'no_story',
  'unsupported_language',
  'contradiction',
] as const;
export const flagSchema = z.enum(flags);
export type Flag = z.infer<typeof flagSchema>;

/** weak 0, mixed 1, strong 2 (RUBRIC.md, "Reply to a follow-up"). */
export const ratingSchema = z.literal([0, 1, 2]);
export type Rating = z.infer<typeof ratingSchema>;

export const criterionAssessmentSchema = z.strictObject({
  criterion: criterionSchema,
  expected: z
    .number()
    .min(0)
    .max(3)
    .describe('what the vote is computed from; the printed score is its rounding'),
  score: scoreSchema.nullable().describe('null: withheld, because no evidence for it was found'),
  evidence: z.array(evidenceSchema),
  against: z
    .array(evidenceSchema)
    .optional()
    .describe(
      'the words of the story that speak against it, where its score is 0, 1 or withheld; absent where none were found, in replies, and in readings by a model',
    ),
  uncertain: z
    .boolean()
    .optional()
    .describe('samples of a model lie two scores or more apart: the vote is shown as leaning'),
  estimated: z
    .literal(true)
    .optional()
    .describe('from how well the story is told as a whole: nothing was read for this criterion itself'),
});
export type CriterionAssessment = z.infer<typeof criterionAssessmentSchema>;

export const replyAssessmentSchema = z.strictObject({
  turnId: z.string(),
  rating: ratingSchema.nullable(),
  refused: z.boolean().describe('declines, evades or says nothing: never counts as covered'),
  disowns: z.boolean().describe('says that the work was not theirs'),
  criteria: z
    .array(criterionAssessmentSchema)
    .describe('this reply alone, on the criteria its question aimed at'),
  evidence: z.array(evidenceSchema).describe('the words that decided the rating'),
});
export type ReplyAssessment = z.infer<typeof replyAssessmentSchema>;

/** Two of the candidate's statements that cannot both be true. */
export const contradictionSchema = z.strictObject({
  about: z.string().describe("what they are about, as it can stand in a question: 'how long it took'"),
  first: evidenceSchema,
  second: evidenceSchema,
});
export type Contradiction = z.infer<typeof contradictionSchema>;

/** Words of the main answer that belong to one section of the story. */
export const sectionSpanSchema = z.strictObject({ section: sectionSchema, ...evidenceSchema.shape });
export type SectionSpan = z.infer<typeof sectionSpanSchema>;

/** What an engine reads in a transcript. `criteria` is the main answer alone, as the gold labels are. */
export const assessmentSchema = z.strictObject({
  engine: z.string(),
  answerTurnId: z.string().nullable(),
  criteria: z.array(criterionAssessmentSchema),
  replies: z.array(replyAssessmentSchema),
  facts: z.array(factSchema),
  contradictions: z.array(contradictionSchema),
  spans: z.array(sectionSpanSchema),
  flags: z.array(flagSchema),
  unvalidated: z
    .array(criterionSchema)
    .optional()
    .describe('criteria whose scores no rated answers stand behind; absent where there are none'),
  provenance: z
    .array(z.strictObject({ model: z.string(), prompt: z.string(), version: z.number(), hash: z.string() }))
    .optional()
    .describe('the models and prompts the scores come from, where they come from a model'),
});
export type Assessment = z.infer<typeof assessmentSchema>;
