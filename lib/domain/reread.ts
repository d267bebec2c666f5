import type { Assessment } from './assessment.ts';

/**
 * What was read of a story, corrected by a second reading of the same story where there is one: its scores of the
 * main answer and its ratings of the replies it knows. Replies it does not know, facts, contradictions and flags stay
 * as first read. A reading of another story corrects nothing.
 */
export function withReread(read: Assessment, reread: Assessment | null): Assessment {
  if (!reread || read.answerTurnId === null || reread.answerTurnId !== read.answerTurnId) return read;
  const known = new Map(reread.replies.map((reply) => [reply.turnId, reply]));
  const whole = read.replies.every(({ turnId }) => known.has(turnId));
  return {
    ...read,
    engine: whole ? reread.engine : `${reread.engine} + ${read.engine}`,
    criteria: reread.criteria,
    replies: read.replies.map((reply) => known.get(reply.turnId) ?? reply),
    ...(reread.provenance ? { provenance: reread.provenance } : {}),
  };
}
