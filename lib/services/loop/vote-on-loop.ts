import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Verdict } from '#lib/domain/verdict.ts';
import type { ServiceContext } from '../context.ts';
import { appendDecided } from '../interview-log.ts';
import { appendToLoop, type LoopLog } from './loop-log.ts';

/**
 * Stores the candidate's vote on themself for the whole loop, or that they skipped it (null), and with it that each of
 * its questions is voted on. The same vote again changes nothing.
 * @throws BarRaiserError not_found, interview_open before all is said, already_voted.
 */
export async function voteOnLoop({
  context,
  input,
}: {
  context: ServiceContext;
  input: { loopId: string; vote: Verdict | null };
}): Promise<void> {
  const { vote } = input;
  const log = await appendToLoop(context, input.loopId, async ({ state, members }) => {
    if (Object.values(members).some((member) => member && member.closedAt === null)) {
      throw new BarRaiserError('interview_open', 'The vote on yourself comes after the whole loop.');
    }
    if (!state.selfVote) return { event: { type: 'self_voted', at: context.clock(), vote } };
    if (state.selfVote.vote === vote) return null;
    throw new BarRaiserError('already_voted', 'You have voted on this loop already.');
  });
  await shareVote(context, log);
}

/** Stores the vote on a loop, once there is one, with each of its interviews that has none yet. */
export async function shareVote(context: ServiceContext, { state, members }: LoopLog): Promise<void> {
  if (!state.selfVote) return;
  const { vote } = state.selfVote;
  for (const member of Object.values(members)) {
    if (!member || member.voted) continue;
    await appendDecided(context, member.interviewId, ({ state: interview }) =>
      interview.selfVote ? null : { type: 'self_voted', at: context.clock(), vote },
    );
  }
}
