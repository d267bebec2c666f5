import { BarRaiserError } from '#lib/domain/errors.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import type { ServiceContext } from './context.ts';
import { openLog } from './interview-log.ts';
import { viewOf } from './interview-view.ts';

/** A debrief with the interview it is about: the transcript it quotes, the candidate's own vote, the redo. */
export interface Debrief {
  interview: InterviewView;
  report: Report;
}

/**
 * The debrief of one of the owner's interviews; never before the candidate voted on themself or skipped that.
 * @throws BarRaiserError not_found, interview_open, self_vote_first, not_assessed; loop_open for a question of a loop
 * that was not voted on yet.
 */
export async function getReport({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<Debrief> {
  const log = await openLog(context, input.interviewId);
  const { phase, selfVote, report, setup } = log.state;
  if (phase !== 'closing' && phase !== 'assessed') {
    throw new BarRaiserError(
      'interview_open',
      'The interview is still going on; the debrief comes after it.',
    );
  }
  if (!selfVote && setup?.loop) {
    throw new BarRaiserError(
      'loop_open',
      'This is one question of a loop: its debrief comes with that of the loop.',
    );
  }
  if (!selfVote) throw new BarRaiserError('self_vote_first', 'Vote on yourself first, or skip the vote.');
  if (!report) throw new BarRaiserError('not_assessed', 'The debrief of this interview is not ready yet.');
  return { interview: viewOf(log), report };
}
