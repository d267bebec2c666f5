import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { criterionSchema } from './rubric.ts';

export const metaKinds = [
  'repeat',
  'clarify',
  'wait',
  'another_story',
  'no_story',
  'greeting',
  'end',
] as const;
export const metaKindSchema = z.enum(metaKinds);
export type MetaKind = z.infer<typeof metaKindSchema>;

/**
 * covered: nothing open can change the vote · limit: six questions · time: the clock ran out · no_story: none after
 * one redirect · refused: two refusals in a row · ended: the candidate ended it.
 */
export const closeReasonSchema = z.enum(['covered', 'limit', 'time', 'no_story', 'refused', 'ended']);
export type CloseReason = z.infer<typeof closeReasonSchema>;

const common = {
  reason: z.string().describe('why this move, in plain words; for the log and the debrief'),
  wording: z.string().describe('the neutral words to fall back on, slots filled'),
};
const question = {
  ...common,
  aims: z.array(criterionSchema).describe('the criteria a reply to it may move'),
  followUpId: z.string().nullable().describe('the documented probe it asks, if any'),
  phrase: evidenceSchema.nullable().describe("the candidate's own words to hang it on"),
};

export const moveSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opening'), ...common }),
  z.strictObject({ kind: z.literal('meta'), ...common, meta: metaKindSchema }),
  z.strictObject({ kind: z.literal('redirect'), ...common }),
  z.strictObject({ kind: z.literal('contradiction'), ...question, other: evidenceSchema }),
  z.strictObject({ kind: z.literal('dig'), ...question, angle: z.number().int().min(1).max(2) }),
  z.strictObject({ kind: z.literal('gap'), ...question }),
  z.strictObject({ kind: z.literal('probe'), ...question }),
  z.strictObject({ kind: z.literal('depth'), ...question }),
  z.strictObject({ kind: z.literal('close'), ...common, because: closeReasonSchema }),
]);
export type Move = z.infer<typeof moveSchema>;
export type QuestionMove = Extract<Move, { aims: unknown }>;

/** Whether a move is one of the questions about the story, which are rated and aim at criteria. */
export function asksAboutStory(move: Move): move is QuestionMove {
  return 'aims' in move;
}

/** Whether a move counts towards the three to six questions: all after the opening except repeats and the closing. */
export function isCounted(move: Move): boolean {
  return asksAboutStory(move) || move.kind === 'redirect';
}
