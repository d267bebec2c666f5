import { readEvents } from '#lib/db/events.ts';
import { listUsage, sumUsage } from '#lib/db/usage.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { Spent, UsageRecord } from '#lib/domain/usage.ts';
import type { ServiceContext } from './context.ts';
import { getReport } from './get-report.ts';

type Spoken = Extract<InterviewEvent, { type: 'spoken' }>;

/** How an interview came about: every move with its reason, what a model was asked for, and what went wrong. */
export interface DeveloperView {
  interview: InterviewView;
  moves: Pick<Spoken, 'turnId' | 'text' | 'move' | 'speech'>[];
  /** Utterances in which the neutral wording was said in place of a model's. */
  fallBacks: number;
  /** Readings beside the questions: of all up to a turn, or the code of what failed. */
  secondReadings: { turnId: string; code: ErrorCode | null }[];
  /** The prompts the scores of the debrief come from. */
  provenance: { model: string; prompt: string; version: number; hash: string }[];
  requests: UsageRecord[];
  spent: Spent;
}

/**
 * The developer view of one of the owner's interviews; like the debrief never before the candidate's own vote.
 * @throws BarRaiserError not_found, interview_open, self_vote_first, not_assessed.
 */
export async function getDeveloperView({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<DeveloperView> {
  const { interview } = await getReport({ context, input });
  const { database } = context;
  const events = await readEvents(database, interview.id);
  const moves = events.filter((event) => event.type === 'spoken');
  const assessed = events.find((event) => event.type === 'assessed');
  return {
    interview,
    moves,
    fallBacks: moves.filter(({ speech }) => speech?.fellBack).length,
    secondReadings: events.flatMap((event): DeveloperView['secondReadings'] => {
      if (event.type === 'reread') return [{ turnId: event.turnId, code: null }];
      return event.type === 'reread_failed' ? [{ turnId: event.turnId, code: event.code }] : [];
    }),
    provenance: assessed?.assessment?.provenance ?? [],
    requests: await listUsage(database, interview.id),
    spent: await sumUsage(database, { interviewId: interview.id }),
  };
}
