import { z } from 'zod';
import { modeSchema } from '#lib/domain/interview-event.ts';
import { levelSchema } from '#lib/domain/level.ts';
import { verdictSchema } from '#lib/domain/verdict.ts';
import { loopMinutesSchema } from './loop-event.ts';

/** A question of a loop as its candidate may know it: what a surprise is about only once it is asked. */
export const loopQuestionViewSchema = z.strictObject({
  position: z.number().int().positive(),
  announced: z.boolean(),
  principleName: z.string().nullable().describe('null for a surprise that was not asked yet'),
  question: z.string().nullable().describe('null until it was asked'),
  interviewer: z.strictObject({ name: z.string(), note: z.string() }),
  interviewId: z.string().nullable(),
  standing: z.enum(['to_come', 'under_way', 'said', 'not_asked', 'deleted']),
  usedSeconds: z.number(),
});
export type LoopQuestionView = z.infer<typeof loopQuestionViewSchema>;

/** A loop as its owner sees it: `GET /api/loops/:id`. Nothing of how it goes. */
export const loopViewSchema = z.strictObject({
  id: z.string(),
  createdAt: z.number(),
  level: levelSchema,
  mode: modeSchema,
  minutes: loopMinutesSchema,
  questionSeconds: z.number().describe('for each question'),
  phase: z.enum(['waiting', 'asking', 'break', 'voting', 'debrief']),
  position: z.number().int().nullable().describe('of the question under way or the next one'),
  paused: z.boolean(),
  breakEndsAt: z
    .number()
    .nullable()
    .describe('milliseconds since the epoch; it may be skipped, and be overstayed'),
  questions: z.array(loopQuestionViewSchema),
  selfVote: verdictSchema.nullable(),
  selfVoteGiven: z.boolean(),
});
export type LoopView = z.infer<typeof loopViewSchema>;
