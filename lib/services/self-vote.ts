import { findLoop } from '#lib/db/loops.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Verdict } from '#lib/domain/verdict.ts';
import type { ServiceContext } from './context.ts';
import { appendDecided } from './interview-log.ts';

/**
 * Stores the candidate's vote on themself, or that they skipped it (null). The same vote again changes nothing.
 * @throws BarRaiserError not_found, interview_open before the interview has closed, already_voted, loop_open for
 * a question of a loop, which is voted on as a whole.
 */
export async function selfVote({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string; vote: Verdict | null };
}): Promise<void> {
  await appendDecided(context, input.interviewId, async ({ state, record }) => {
    const loop = state.setup?.loop;
    if (loop && (await findLoop(context.database, { id: loop.id, ownerId: record.ownerId }))) {
      throw new BarRaiserError(
        'loop_open',
        'This is one question of a loop: you vote once, after all of it.',
      );
    }
    if (!state.selfVote) return { type: 'self_voted', at: context.clock(), vote: input.vote };
    if (state.selfVote.vote === input.vote) return null;
    throw new BarRaiserError('already_voted', 'You have voted on this interview already.');
  });
}
