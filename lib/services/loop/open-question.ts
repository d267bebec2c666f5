import { BarRaiserError } from '#lib/domain/errors.ts';
import { type LoopStanding, loopStanding, planOf } from '#lib/domain/loop/loop.ts';
import type { ServiceContext } from '../context.ts';
import { type ComposedInterview, composeInterview } from '../start-interview.ts';
import { appendToLoop, type LoopLog } from './loop-log.ts';

/**
 * The loop's question under way, or the next one, opened: its interview is stored together with that. A break that is
 * not over is skipped by this.
 * @throws BarRaiserError not_found, interview_over when all are asked, too_many_requests.
 */
export async function openQuestion({
  context,
  input,
}: {
  context: ServiceContext;
  input: { loopId: string };
}): Promise<{ interviewId: string }> {
  const log = await appendToLoop(context, input.loopId, async (present) => {
    const standing = loopStanding(present.state, present.members);
    if (standing.phase === 'asking') return null;
    if (!isNext(standing))
      throw new BarRaiserError('interview_over', 'All questions of this loop are asked.');
    const { position } = standing;
    const opens = await compose(context, present, position);
    const interviewId = opens.record.id;
    return { event: { type: 'question_opened', at: context.clock(), position, interviewId }, opens };
  });
  const standing = loopStanding(log.state, log.members);
  if (standing.phase !== 'asking') throw new BarRaiserError('interview_over', 'This question is over.');
  return { interviewId: standing.interviewId };
}

function isNext(standing: LoopStanding): standing is Extract<LoopStanding, { phase: 'waiting' | 'break' }> {
  return standing.phase === 'waiting' || standing.phase === 'break';
}

/** All questions have the same share of the loop's minutes; what one leaves over is no one else's. */
async function compose(context: ServiceContext, log: LoopLog, position: number): Promise<ComposedInterview> {
  const { level, mode, minutes, questions, engine } = planOf(log.state);
  const planned = questions[position - 1];
  if (!planned) throw new BarRaiserError('internal', 'The loop has no such question.');
  const { scenarioId, interviewer } = planned;
  const of = questions.length;
  return composeInterview(
    context,
    { scenarioId, level, mode, engine },
    {
      loop: { id: log.record.id, position, of, interviewer },
      budgetSeconds: Math.round((minutes * 60) / of),
    },
  );
}
