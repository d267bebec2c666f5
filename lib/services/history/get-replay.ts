import { readEvents } from '#lib/db/events.ts';
import { type ReplayStep, replayTimeline } from '#lib/domain/history/replay-timeline.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import type { ServiceContext } from '../context.ts';
import { getReport } from '../get-report.ts';
import { openLog } from '../interview-log.ts';

export interface Replay {
  interview: InterviewView;
  report: Report;
  steps: ReplayStep[];
}

/**
 * One of the owner's interviews to be watched again, with the ledger beside it; like the debrief never before the
 * candidate's own vote.
 * @throws BarRaiserError not_found, interview_open, self_vote_first, not_assessed.
 */
export async function getReplay({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<Replay> {
  const { interview, report } = await getReport({ context, input });
  const { material } = await openLog(context, interview.id);
  const events = await readEvents(context.database, interview.id);
  return { interview, report, steps: replayTimeline(events, material) };
}
