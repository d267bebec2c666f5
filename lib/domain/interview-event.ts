import { z } from 'zod';
import { assessmentSchema } from './assessment.ts';
import { spokenWordsSchema } from './delivery/spoken-word.ts';
import { enginePartsSchema } from './engine-parts.ts';
import { errorCodeSchema } from './errors.ts';
import { levelSchema } from './level.ts';
import { loopPlaceSchema } from './loop/loop-place.ts';
import { metaKindSchema, moveSchema } from './move.ts';
import { redoResultSchema, reportSchema } from './report-schema.ts';
import { sectionSchema } from './section.ts';
import { speechStatisticsSchema } from './speech-statistics.ts';
import { verdictSchema } from './verdict.ts';

export const modeSchema = z.enum(['typed', 'spoken']);
export type Mode = z.infer<typeof modeSchema>;

const at = z.number().describe('milliseconds since the epoch');

/** What happened, in order; the only thing stored of an interview. The state is rebuilt from these. */
export const interviewEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('opened'),
    at,
    scenarioId: z.string(),
    level: levelSchema,
    mode: modeSchema,
    budgetSeconds: z.number().positive(),
    engine: z.string(),
    engines: enginePartsSchema.optional().describe('its parts, where they are told apart'),
    loop: loopPlaceSchema.optional().describe('where it is one question of a loop'),
  }),
  /** Stored before anything is computed from it. */
  z.strictObject({
    type: z.literal('answered'),
    at,
    turnId: z.string(),
    clientTurnId: z.string(),
    text: z.string(),
    spokenSeconds: z.number().positive().nullable(),
    words: spokenWordsSchema.optional().describe('when each word was said, where that is known'),
  }),
  z.strictObject({
    type: z.literal('read'),
    at,
    turnId: z.string(),
    meta: metaKindSchema.nullable(),
    assessment: assessmentSchema.nullable().describe('null for a meta turn, which is never scored'),
  }),
  /** Carries its move: what was asked is history, whatever a later policy would have chosen. */
  z.strictObject({
    type: z.literal('spoken'),
    at,
    turnId: z.string(),
    text: z.string(),
    move: moveSchema,
    speech: speechStatisticsSchema.optional().describe('where a model worded it'),
  }),
  /** A second reader's reading of the turns so far, made while the bar raiser spoke: corrects what was read. */
  z.strictObject({ type: z.literal('reread'), at, turnId: z.string(), assessment: assessmentSchema }),
  /** The second reading failed: nothing is corrected, and the last reading of all makes up for it. */
  z.strictObject({ type: z.literal('reread_failed'), at, turnId: z.string(), code: errorCodeSchema }),
  /** The candidate chose to go on with another engine; never changed by itself. */
  z.strictObject({ type: z.literal('engine_changed'), at, engine: z.literal('embedded') }),
  /** The clock stands from here until it is taken up again, or something is said. */
  z.strictObject({ type: z.literal('paused'), at }),
  z.strictObject({ type: z.literal('resumed'), at }),
  z.strictObject({ type: z.literal('ended'), at }),
  z.strictObject({
    type: z.literal('self_voted'),
    at,
    vote: verdictSchema.nullable().describe('null: skipped'),
  }),
  z.strictObject({
    type: z.literal('assessed'),
    at,
    report: reportSchema,
    assessment: assessmentSchema.optional().describe('what the report was built from'),
  }),
  z.strictObject({
    type: z.literal('redone'),
    at,
    section: sectionSchema,
    text: z.string(),
    result: redoResultSchema,
  }),
]);
export type InterviewEvent = z.infer<typeof interviewEventSchema>;
