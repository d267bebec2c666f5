import { BarRaiserError } from '#lib/domain/errors.ts';
import { loopStanding, planOf } from '#lib/domain/loop/loop.ts';
import { type AnsweredQuestion, buildLoopDebrief } from '#lib/domain/loop/loop-debrief.ts';
import type { LoopDebrief } from '#lib/domain/loop/loop-debrief-schema.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import { mainAnswer } from '#lib/domain/transcript.ts';
import type { ServiceContext } from '../context.ts';
import { loopViewOf } from './get-loop.ts';
import { type LoopLog, openLoop } from './loop-log.ts';

export interface LoopReport {
  loop: LoopView;
  debrief: LoopDebrief;
}

/**
 * The joint debrief of one of the owner's loops, made of its questions' debriefs as they stand.
 * @throws BarRaiserError not_found, interview_open, self_vote_first, not_assessed.
 */
export async function getLoopReport({
  context,
  input,
}: {
  context: ServiceContext;
  input: { loopId: string };
}): Promise<LoopReport> {
  const log = await openLoop(context, input.loopId);
  const { phase } = loopStanding(log.state, log.members);
  if (phase !== 'voting' && phase !== 'debrief') {
    throw new BarRaiserError('interview_open', 'The loop is still going on; the debrief comes after it.');
  }
  if (!log.state.selfVote)
    throw new BarRaiserError('self_vote_first', 'Vote on yourself first, or skip the vote.');
  if (phase !== 'debrief')
    throw new BarRaiserError('not_assessed', 'The debrief of this loop is not ready yet.');
  const loop = loopViewOf(log, context.library);
  return { loop, debrief: debriefOf(log, loop) };
}

function debriefOf(log: LoopLog, loop: LoopView): LoopDebrief {
  const { level, questions } = planOf(log.state);
  const answered = questions.flatMap(({ announced }, index): AnsweredQuestion[] => {
    const position = index + 1;
    const interview = log.interviews[position];
    const report = interview?.state.report;
    if (!interview || !report) return [];
    const answer = mainAnswer(interview.state.turns);
    return [
      {
        ...{ position, announced, report },
        interviewId: interview.record.id,
        interviewer: loop.questions[index]?.interviewer.name ?? '',
        story: answer && { turnId: answer.id, text: answer.text },
      },
    ];
  });
  const count = (standing: string) =>
    loop.questions.filter((question) => question.standing === standing).length;
  return buildLoopDebrief({
    level,
    selfVote: log.state.selfVote?.vote ?? null,
    questions: answered,
    notAsked: count('not_asked'),
    deleted: count('deleted'),
  });
}
