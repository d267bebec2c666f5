import { z } from 'zod';
import { evidenceSchema } from '#lib/domain/evidence.ts';
import { levelSchema } from '#lib/domain/level.ts';
import { levelVoteSchema } from '#lib/domain/report-schema.ts';
import { criterionSchema, practisedPrincipleSchema, scoreSchema } from '#lib/domain/rubric.ts';
import { verdictSchema, voteSchema } from '#lib/domain/verdict.ts';
import { recommendationSchema } from './recommendation.ts';

const position = z.number().int().positive();

/** One question of the loop as the joint debrief tells of it; the rest stands in its own debrief. */
export const debriefedQuestionSchema = z.strictObject({
  position,
  interviewId: z.string(),
  question: z.string(),
  principle: practisedPrincipleSchema,
  interviewer: z.string().describe('the name'),
  announced: z.boolean(),
  vote: levelVoteSchema.describe('for the level of the loop, after the follow-ups'),
  summary: z.string(),
  engine: z.string(),
  unvalidated: z.boolean().describe('no rated answers stand behind the principle’s own criteria'),
});
export type DebriefedQuestion = z.infer<typeof debriefedQuestionSchema>;

export const principleVoteSchema = z.strictObject({
  principle: practisedPrincipleSchema,
  votes: z.array(z.strictObject({ position, vote: voteSchema, leaning: z.boolean() })),
});

/** What a question's story says of a criterion, with the words that say so; empty where it is absent. */
const readingSchema = z.strictObject({
  position,
  interviewer: z.string(),
  score: scoreSchema.nullable(),
  evidence: z.array(evidenceSchema),
});

export const disagreementSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('votes'),
    readings: z.tuple([
      z.strictObject({ position, interviewer: z.string(), vote: verdictSchema }),
      z.strictObject({ position, interviewer: z.string(), vote: verdictSchema }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('criterion'),
    criterion: criterionSchema,
    name: z.string(),
    readings: z.tuple([readingSchema, readingSchema]).describe('the lower first'),
  }),
]);
export type Disagreement = z.infer<typeof disagreementSchema>;

export const changeSchema = z.strictObject({
  position,
  criterion: criterionSchema,
  name: z.string(),
  score: scoreSchema.nullable(),
  needs: z.string().describe("the rubric's sentence for the next score"),
  evidence: z.array(evidenceSchema).describe("the person's words as they stand; empty where there are none"),
  overall: voteSchema.describe('the recommendation with this score one higher, all else as it was'),
  vote: voteSchema.describe('the vote of the question then'),
  gain: z.number().describe('what it adds to what the vote of the question rests on, in logits'),
});
export type Change = z.infer<typeof changeSchema>;

export const reusedStorySchema = z.strictObject({
  positions: z.tuple([position, position]),
  words: z.number().describe('share of three-word runs in both'),
  marks: z.array(z.string()).describe('figures and names in both'),
  quotes: z.tuple([evidenceSchema, evidenceSchema]),
});
export type ReusedStory = z.infer<typeof reusedStorySchema>;

export const loopDebriefSchema = z.strictObject({
  version: z.literal(1),
  level: levelSchema,
  selfVote: verdictSchema.nullable(),
  recommendation: recommendationSchema,
  leaning: z
    .boolean()
    .describe('with a leaning vote counted as the one it is close to, the recommendation would differ'),
  questions: z.array(debriefedQuestionSchema),
  notAsked: z.number().int().nonnegative().describe('planned, and ended before'),
  deleted: z.number().int().nonnegative().describe('asked, and deleted since'),
  principles: z.array(principleVoteSchema),
  disagreements: z.array(disagreementSchema),
  changes: z.array(changeSchema),
  reused: z.array(reusedStorySchema),
});
export type LoopDebrief = z.infer<typeof loopDebriefSchema>;
