import { BarRaiserError } from '#lib/domain/errors.ts';
import { loopStanding } from '#lib/domain/loop/loop.ts';
import type { ServiceContext } from '../context.ts';
import { appendDecided } from '../interview-log.ts';
import { openLoop } from './loop-log.ts';

/**
 * Makes the clock of the question under way stand, or run again. Between questions no clock runs, and nothing is done.
 * @throws BarRaiserError not_found; turn_in_progress while the bar raiser is answering.
 */
export async function pauseLoop({
  context,
  input,
}: {
  context: ServiceContext;
  input: { loopId: string; paused: boolean };
}): Promise<void> {
  const log = await openLoop(context, input.loopId);
  const standing = loopStanding(log.state, log.members);
  if (standing.phase !== 'asking') return;
  try {
    await appendDecided(context, standing.interviewId, ({ state }) => {
      if ((state.pausedAt !== null) === input.paused) return null;
      return { type: input.paused ? 'paused' : 'resumed', at: context.clock() };
    });
  } catch (error) {
    // It came to its end meanwhile: no clock runs any more.
    if (!(BarRaiserError.isInstance(error) && error.code === 'interview_over')) throw error;
  }
}
