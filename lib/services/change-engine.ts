import { BarRaiserError } from '#lib/domain/errors.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { ServiceContext } from './context.ts';
import { appendDecided } from './interview-log.ts';
import { viewOf } from './interview-view.ts';

/**
 * Goes on with the embedded engine, because the candidate chose to: what waits for a reply or a debrief is then produced
 * by it. Stored with the interview and said in its debrief. Choosing it again changes nothing.
 * @throws BarRaiserError not_found; interview_over when the debrief is written already.
 */
export async function changeEngine({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<InterviewView> {
  const log = await appendDecided(context, input.interviewId, ({ state }) => {
    if (state.engine === 'embedded') return null;
    if (state.report)
      throw new BarRaiserError('interview_over', 'The debrief of this interview is written already.');
    return { type: 'engine_changed', at: context.clock(), engine: 'embedded' };
  });
  return viewOf(log);
}
