import { z } from 'zod';
import { flagSchema, ratingSchema } from './assessment.ts';
import { errorCodeSchema } from './errors.ts';
import { evidenceSchema } from './evidence.ts';
import { levelSchema } from './level.ts';
import { closeReasonSchema } from './move.ts';
import { criterionSchema, practisedPrincipleSchema, scoreSchema } from './rubric.ts';
import { sectionSchema } from './section.ts';
import { verdictSchema, voteSchema } from './verdict.ts';

export const levelVoteSchema = z.strictObject({
  vote: voteSchema,
  leaning: z.boolean().describe('close to a boundary, or a score was withheld'),
  closeTo: verdictSchema.nullable().describe('the neighbouring vote it is close to; null where it is not'),
});
export type LevelVote = z.infer<typeof levelVoteSchema>;

/** A pro, con or unknown as said in a debrief. */
export const pointSchema = z.strictObject({
  criterion: criterionSchema.nullable(),
  text: z.string(),
  evidence: z.array(evidenceSchema).describe("the candidate's words; empty where something is absent"),
  asked: z
    .strictObject({ turnId: z.string(), question: z.string() })
    .nullable()
    .describe('the question that asked for what is absent, if one did'),
});
export type Point = z.infer<typeof pointSchema>;

export const criterionReportSchema = z.strictObject({
  criterion: criterionSchema,
  name: z.string(),
  section: sectionSchema,
  score: scoreSchema.nullable().describe('after probing; null is withheld'),
  firstScore: scoreSchema.nullable().describe('of the main answer alone'),
  expected: z.number(),
  anchor: z.string().describe('what the score means'),
  found: z
    .string()
    .default('')
    .describe('what was found, in a sentence; empty in reports made before it was kept'),
  next: z.strictObject({ score: scoreSchema, needs: z.string() }).nullable(),
  evidence: z.array(evidenceSchema),
  against: z
    .array(evidenceSchema)
    .default([])
    .describe(
      'the words that speak against it, where its score is 0, 1 or withheld; empty in reports made before they were kept',
    ),
});
export type CriterionReport = z.infer<typeof criterionReportSchema>;

export const probeReportSchema = z.strictObject({
  questionTurnId: z.string(),
  replyTurnId: z.string(),
  question: z.string(),
  reason: z.string().describe('why it was asked'),
  rating: ratingSchema.nullable(),
  why: z.string(),
  evidence: z.array(evidenceSchema),
  strong: z.string().describe('what a strong reply would have had'),
  example: z
    .strictObject({ weak: z.string(), weakWhy: z.string(), strong: z.string(), keyPhrase: z.string() })
    .nullable()
    .describe('the documented replies, told about the published example'),
});
export type ProbeReport = z.infer<typeof probeReportSchema>;

export const sectionPaceSchema = z.strictObject({
  section: sectionSchema,
  targetSeconds: z.number(),
  words: z.number().int(),
  seconds: z.number().describe('words at 150 a minute'),
  verdict: z.enum(['missing', 'short', 'within', 'long']),
  spans: z.array(evidenceSchema),
});
export type SectionPace = z.infer<typeof sectionPaceSchema>;

export const paceSchema = z.strictObject({
  sections: z.array(sectionPaceSchema),
  words: z.number().int(),
  seconds: z.number(),
  targetSeconds: z.tuple([z.number(), z.number()]),
  spokenSeconds: z.number().nullable(),
});
export type Pace = z.infer<typeof paceSchema>;

export const reportSchema = z.strictObject({
  version: z.literal(1),
  scenarioId: z.string(),
  principle: practisedPrincipleSchema,
  question: z.string(),
  level: levelSchema,
  engine: z.string(),
  closedBecause: closeReasonSchema,
  votes: z.record(levelSchema, levelVoteSchema).describe('after probing'),
  firstVotes: z.record(levelSchema, levelVoteSchema).describe('from the main answer alone'),
  summary: z.string().describe('what decided the vote, one to three sentences'),
  pros: z.array(pointSchema),
  cons: z.array(pointSchema),
  unknowns: z.array(pointSchema),
  criteria: z.array(criterionReportSchema),
  probes: z.array(probeReportSchema),
  pace: paceSchema.nullable().describe('null when no story was told'),
  weakest: z
    .strictObject({
      section: sectionSchema,
      words: z.array(evidenceSchema).describe('what stands there now; empty when it is missing'),
      brief: z.string().describe('what to say instead, from the rubric'),
      targetSeconds: z.number(),
    })
    .nullable(),
  flags: z.array(flagSchema),
  unvalidated: z
    .array(criterionSchema)
    .default([])
    .describe(
      'criteria not yet checked against rated answers; where there are any, neither is the vote that counts them',
    ),
  wordedBy: z
    .strictObject({ engine: z.string(), fault: errorCodeSchema.nullable() })
    .optional()
    .describe(
      'the model asked for the words of points and summary; with a fault the words are the code’s own',
    ),
});
export type Report = z.infer<typeof reportSchema>;

export const redoChangeSchema = z.strictObject({
  criterion: criterionSchema,
  name: z.string(),
  before: scoreSchema.nullable(),
  after: scoreSchema.nullable(),
  evidence: z.array(evidenceSchema).describe('quotes of the redone text; their turnId is "redo"'),
  needs: z.string().nullable().describe('what the next score up would need'),
});

/** The redone section graded in place of the old one, in the main answer, nothing else changed. */
export const redoResultSchema = z.strictObject({
  section: sectionSchema,
  before: z.string().describe('the words of the section as first told; may be empty'),
  after: z.string(),
  votesBefore: z.record(levelSchema, levelVoteSchema),
  votesAfter: z.record(levelSchema, levelVoteSchema),
  changes: z.array(redoChangeSchema),
  seconds: z.strictObject({ before: z.number(), after: z.number(), target: z.number() }),
  comment: z
    .strictObject({
      engine: z.string(),
      gained: z.string().nullable(),
      lacks: z.string().nullable(),
      evidence: z.array(evidenceSchema).describe('of the redone text'),
      fault: errorCodeSchema.nullable().describe('why a model has no comment'),
    })
    .optional(),
});
export type RedoResult = z.infer<typeof redoResultSchema>;
