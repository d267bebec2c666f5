import { BarRaiserError } from '#lib/domain/errors.ts';
import { type Comparison, compareAttempts } from '#lib/domain/history/compare-attempts.ts';
import type { ServiceContext } from '../context.ts';
import { type Debrief, getReport } from '../get-report.ts';

export interface ComparedInterviews {
  before: Debrief;
  after: Debrief;
  comparison: Comparison;
}

/**
 * Two of the owner's attempts at one question, the earlier as `before` whichever way they are asked for.
 * @throws BarRaiserError not_found, interview_open, self_vote_first, not_assessed; bad_request for attempts at
 * different questions, or one and the same.
 */
export async function compareInterviews({
  context,
  input: { one, other },
}: {
  context: ServiceContext;
  input: { one: string; other: string };
}): Promise<ComparedInterviews> {
  const debriefs = [
    await getReport({ context, input: { interviewId: one } }),
    await getReport({ context, input: { interviewId: other } }),
  ].toSorted((a, b) => a.interview.createdAt - b.interview.createdAt);
  const [before, after] = debriefs;
  if (!before || !after || one === other || before.report.scenarioId !== after.report.scenarioId) {
    throw new BarRaiserError('bad_request', 'Only two attempts at the same question can be compared.');
  }
  return { before, after, comparison: compareAttempts(before.report, after.report) };
}
