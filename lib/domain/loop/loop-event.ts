import { z } from 'zod';
import { modeSchema } from '#lib/domain/interview-event.ts';
import { levelSchema } from '#lib/domain/level.ts';
import { practisedPrincipleSchema } from '#lib/domain/rubric.ts';
import { verdictSchema } from '#lib/domain/verdict.ts';

/** 25 is the short version; the others are what a real loop's questions take together. Breaks are not counted. */
export const loopMinutes = [25, 45, 60] as const;
export const loopMinutesSchema = z.literal([...loopMinutes]);
export type LoopMinutes = z.infer<typeof loopMinutesSchema>;

export const questionsAtLeast = 2;
export const loopQuestionsAtMost = 4;
export const questionCountSchema = z.number().int().min(questionsAtLeast).max(loopQuestionsAtMost);

/** Between two questions, in seconds; may be skipped. */
export const breakSeconds = 180;

export const plannedQuestionSchema = z.strictObject({
  scenarioId: z.string(),
  interviewer: z.string(),
  announced: z.boolean().describe('false: the surprise, told of only when it is asked'),
});
export type PlannedQuestion = z.infer<typeof plannedQuestionSchema>;

const at = z.number().describe('milliseconds since the epoch');

/** What happened to a loop as a whole, in order; what happens in its questions is kept with their interviews. */
export const loopEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('planned'),
    at,
    level: levelSchema,
    mode: modeSchema,
    minutes: loopMinutesSchema,
    principles: z.array(practisedPrincipleSchema).min(1).describe('as chosen'),
    questions: z.array(plannedQuestionSchema).min(questionsAtLeast).max(loopQuestionsAtMost),
    breakSeconds: z.number().nonnegative(),
    engine: z.literal('embedded').optional().describe('the candidate wants no model'),
  }),
  /** Stored together with the interview it names. */
  z.strictObject({
    type: z.literal('question_opened'),
    at,
    position: z.number().int(),
    interviewId: z.string(),
  }),
  /** What was not asked by then is not asked any more. */
  z.strictObject({ type: z.literal('ended'), at }),
  z.strictObject({
    type: z.literal('self_voted'),
    at,
    vote: verdictSchema.nullable().describe('null: skipped'),
  }),
]);
export type LoopEvent = z.infer<typeof loopEventSchema>;
export type LoopEventOf<T extends LoopEvent['type']> = Extract<LoopEvent, { type: T }>;
