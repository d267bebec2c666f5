import { z } from 'zod';
import { enginePartsSchema } from './engine-parts.ts';
import { modeSchema } from './interview-event.ts';
import { levelSchema } from './level.ts';
import { redoResultSchema } from './report-schema.ts';
import { sectionSchema } from './section.ts';

import { verdictSchema } from './verdict.ts';

export const phases = ['opening', 'answering', 'probing', 'closing', 'assessed'] as const;
export const phaseSchema = z.enum(phases);
export type Phase = z.infer<typeof phaseSchema>;

/** `data-phase` of the stream: where the interview is. Says nothing about how it goes. */
export const phaseDataSchema = z.strictObject({
  phase: phaseSchema,
  questionsAsked: z.number().int().nonnegative().describe('counted questions after the opening'),
  questionsAtMost: z.number().int().positive(),
});
export type PhaseData = z.infer<typeof phaseDataSchema>;

/** `data-clock` of the stream. */
export const clockDataSchema = z.strictObject({
  budgetSeconds: z.number(),
  usedSeconds: z.number(),
  /** When the bar raiser's last question was put: the present answer is timed from here. */
  askedAt: z.number().nullable(),
});
export type ClockData = z.infer<typeof clockDataSchema>;

/** `data-progress` of the stream that ends an interview: the step that is done, and how many there are. */
export const progressDataSchema = z.strictObject({
  step: z.enum(['closed', 'reading', 'read', 'debriefed']).describe('reading: done and of are its parts'),
  done: z.number().int().nonnegative(),
  of: z.number().int().positive(),
  about: z.string().optional().describe('the criteria of the part that was read last'),
});
export type ProgressData = z.infer<typeof progressDataSchema>;

/** One line of the conversation as the candidate may see it: no move, no reason, no score. */
export const shownTurnSchema = z.strictObject({
  id: z.string(),
  speaker: z.enum(['candidate', 'bar_raiser']),
  text: z.string(),
  at: z.number(),
  clientTurnId: z.string().nullable(),
});
export type ShownTurn = z.infer<typeof shownTurnSchema>;

/** An interview as its owner sees it: `GET /api/interviews/:id` and the page's first paint. */
export const interviewViewSchema = z.strictObject({
  id: z.string(),
  scenarioId: z.string(),
  question: z.string(),
  principleName: z.string(),
  level: levelSchema,
  mode: modeSchema,
  createdAt: z.number(),
  phase: phaseDataSchema,
  clock: clockDataSchema,
  turns: z.array(shownTurnSchema),
  awaitingReply: z.boolean().describe('a stored turn has no reply yet: resume by GET :id/stream'),
  sectionBudgets: z.array(z.strictObject({ section: sectionSchema, seconds: z.number() })),
  answerSeconds: z.tuple([z.number(), z.number()]).describe("the level's own range for the main answer"),
  selfVote: verdictSchema.nullable(),
  selfVoteGiven: z.boolean().describe('voted or skipped: the report may be read'),
  redo: redoResultSchema.nullable(),
  engines: z.strictObject({
    ...enginePartsSchema.shape,
    changed: z
      .strictObject({ from: enginePartsSchema, questionsAsked: z.number().int().nonnegative() })
      .nullable()
      .describe('the candidate went on with the embedded engine, after so many questions'),
  }),
  loop: z
    .strictObject({
      id: z.string(),
      position: z.number().int().positive(),
      of: z.number().int().positive(),
      interviewer: z.string().describe('the name'),
      paused: z.boolean(),
    })
    .optional()
    .describe('where it is one question of a loop: voted on and debriefed with it'),
});
export type InterviewView = z.infer<typeof interviewViewSchema>;

/** A line of the list of one's own interviews. The vote is shown only once the self-vote is given. */
export const interviewSummarySchema = z.strictObject({
  id: z.string(),
  scenarioId: z.string(),
  question: z.string(),
  principleName: z.string(),
  level: levelSchema,
  phase: phaseSchema,
  createdAt: z.number(),
  updatedAt: z.number(),
  candidateTurns: z.number().int(),
  vote: z.string().nullable(),
  unvalidated: z.boolean().describe('the vote is not yet checked against rated answers'),
});
export type InterviewSummary = z.infer<typeof interviewSummarySchema>;
