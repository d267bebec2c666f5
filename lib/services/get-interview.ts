import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { ServiceContext } from './context.ts';
import { openLog } from './interview-log.ts';
import { viewOf } from './interview-view.ts';

/**
 * One of the owner's interviews as it stands.
 * @throws BarRaiserError not_found.
 */
export async function getInterview({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<InterviewView> {
  return viewOf(await openLog(context, input.interviewId));
}
