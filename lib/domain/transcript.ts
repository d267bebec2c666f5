import { z } from 'zod';
import { type Move, moveSchema } from './move.ts';

/**
 * answer: the story itself; the last one counts (a new story replaces the old one).
 * reply: to a question about the story. meta: "can you repeat that?", never scored and never counted.
 */
export const candidateRoleSchema = z.enum(['answer', 'reply', 'meta']);

export const candidateTurnSchema = z.strictObject({
  speaker: z.literal('candidate'),
  id: z.string(),
  text: z.string(),
  at: z.number().describe('milliseconds since the epoch'),
  spokenSeconds: z.number().positive().nullable(),
  role: candidateRoleSchema,
  repliesTo: z.string().describe('id of the bar raiser turn it answers'),
});
export type CandidateTurn = z.infer<typeof candidateTurnSchema>;

export const barRaiserTurnSchema = z.strictObject({
  speaker: z.literal('bar_raiser'),
  id: z.string(),
  text: z.string(),
  at: z.number(),
  move: moveSchema,
});
export type BarRaiserTurn = z.infer<typeof barRaiserTurnSchema>;

export const turnSchema = z.discriminatedUnion('speaker', [candidateTurnSchema, barRaiserTurnSchema]);
export type Turn = z.infer<typeof turnSchema>;
export type Transcript = readonly Turn[];

/** The turn that tells the story being discussed: the last one with the role answer, or null before any. */
export function mainAnswer(transcript: Transcript): CandidateTurn | null {
  return (
    transcript.findLast(
      (turn): turn is CandidateTurn => turn.speaker === 'candidate' && turn.role === 'answer',
    ) ?? null
  );
}

/** Every move the bar raiser has made, in order. */
export function movesIn(transcript: Transcript): Move[] {
  return transcript.flatMap((turn) => (turn.speaker === 'bar_raiser' ? [turn.move] : []));
}

export interface Exchange {
  question: BarRaiserTurn;
  reply: CandidateTurn;
}

/** The probes about the present story with their replies, in order; a meta turn between the two is passed over. */
export function exchanges(transcript: Transcript): Exchange[] {
  const answer = mainAnswer(transcript);
  if (!answer) return [];
  const after = transcript.slice(transcript.indexOf(answer) + 1);
  return after.flatMap((turn) => {
    if (turn.speaker !== 'candidate' || turn.role !== 'reply') return [];
    const question = transcript.find((other) => other.id === turn.repliesTo);
    return question?.speaker === 'bar_raiser' ? [{ question, reply: turn }] : [];
  });
}

/** Candidate turns of the present story: the answer, then the replies. Only these can carry evidence. */
export function scoredTurns(transcript: Transcript): CandidateTurn[] {
  const answer = mainAnswer(transcript);
  return answer ? [answer, ...exchanges(transcript).map(({ reply }) => reply)] : [];
}
