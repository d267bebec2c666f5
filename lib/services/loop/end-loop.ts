import type { ProgressData } from '#lib/domain/interview-view.ts';
import { loopStanding } from '#lib/domain/loop/loop.ts';
import type { ServiceContext } from '../context.ts';
import { endInterview } from '../end-interview.ts';
import { appendToLoop, openLoop } from './loop-log.ts';
import { shareVote } from './vote-on-loop.ts';

/**
 * Ends a loop: what was not asked is not asked any more, the question under way is closed, every interview is assessed.
 * Can be asked for again at any time; what is done is not done twice. Steps: one for all being said, one for each
 * interview that is read, the last of which is the joint debrief's.
 * @throws BarRaiserError not_found; while it goes on what endInterview throws: nothing is lost, and it can be asked for
 * again.
 */
export async function endLoop({
  context,
  input,
}: {
  context: ServiceContext;
  input: { loopId: string };
}): Promise<AsyncIterable<ProgressData>> {
  const log = await appendToLoop(context, input.loopId, async ({ state, members }) => {
    const { phase } = loopStanding(state, members);
    return phase === 'voting' || phase === 'debrief'
      ? null
      : { event: { type: 'ended', at: context.clock() } };
  });
  const members = Object.values(log.members).filter((member) => member !== null);
  // The one that is still open comes first: with it all is said, and the vote on oneself need not wait for a reading.
  const open = members.filter(({ closedAt }) => closedAt === null);
  const closed = members.filter(({ closedAt }) => closedAt !== null);
  return readAll(
    context,
    input.loopId,
    [...open, ...closed].map(({ interviewId }) => interviewId),
  );
}

async function* readAll(
  context: ServiceContext,
  loopId: string,
  interviewIds: readonly string[],
): AsyncGenerator<ProgressData> {
  const of = interviewIds.length + 1;
  let said = false;
  for (const [index, interviewId] of interviewIds.entries()) {
    // One at a time: an owner has few places for assessments.
    for await (const progress of await endInterview({ context, input: { interviewId } })) {
      if (progress.step === 'closed' && !said) {
        said = true;
        yield { step: 'closed', done: 1, of };
      } else if (progress.step === 'reading') yield progress;
    }
    if (index < interviewIds.length - 1) yield { step: 'read', done: index + 2, of };
  }
  // What a crash between the vote and its sharing left out.
  await shareVote(context, await openLoop(context, loopId));
  yield { step: 'debriefed', done: of, of };
}
