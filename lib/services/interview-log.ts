import { findInterviewer } from '#lib/content/interviewers.ts';
import { findScenario } from '#lib/content/library.ts';
import { appendEvent, type InterviewSummaryFields, readEvents } from '#lib/db/events.ts';
import { findInterview, type InterviewRecord } from '#lib/db/interviews.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { advance, type InterviewContext, type InterviewState, replay } from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import type { LoopPlace } from '#lib/domain/loop/loop-place.ts';
import type { ServiceContext } from './context.ts';

/** An interview as stored: its events made into a state, and how many they are. */
export interface InterviewLog {
  record: InterviewRecord;
  material: InterviewContext;
  state: InterviewState;
  length: number;
}

/**
 * The scenario with all that the state machine needs beside the events. The fixed words are those of the loop's
 * interviewer where there is one; of one who has left since, what was said stands in the events.
 */
export function materialOf(
  { library }: Pick<ServiceContext, 'library'>,
  scenarioId: string,
  loop?: LoopPlace,
): InterviewContext {
  const script = (loop && findInterviewer(loop.interviewer)?.script) ?? library.script;
  return { scenario: findScenario(library, scenarioId), rubric: library.rubric, script };
}

function loopOf([opened]: readonly InterviewEvent[]): LoopPlace | undefined {
  return opened?.type === 'opened' ? opened.loop : undefined;
}

/**
 * The owner's interview, rebuilt from its events.
 * @throws BarRaiserError not_found for an unknown interview and for someone else's.
 */
export async function openLog(context: ServiceContext, id: string): Promise<InterviewLog> {
  const { database, ownerId } = context;
  const record = ownerId === null ? null : await findInterview(database, { id, ownerId });
  if (!record) throw notFound();
  const events = await readEvents(database, id);
  const material = materialOf(context, record.scenarioId, loopOf(events));
  return { record, material, state: replay(events, material), length: events.length };
}

/**
 * Appends an event, or gives null when someone else appended one first: nothing is written then, and the log is to
 * be opened again.
 * @throws BarRaiserError what the state machine throws for an event that does not fit; not_found when the interview
 * was deleted meanwhile.
 */
export async function append(
  { database }: ServiceContext,
  log: InterviewLog,
  event: InterviewEvent,
): Promise<InterviewLog | null> {
  const { state } = advance(log.state, event, log.material);
  const outcome = await appendEvent(database, {
    interviewId: log.record.id,
    sequence: log.length + 1,
    event,
    summary: summaryOf(state, event.at),
  });
  if (outcome === 'gone') throw notFound();
  return outcome === 'outrun' ? null : { ...log, state, length: log.length + 1 };
}

/**
 * Appends an event that stays right as long as `fits` holds of the interview: something else that was stored first, a
 * second reading say, does not keep it out. Gives the interview as it stands then, and whether the event is in it.
 * @throws BarRaiserError as `append`; store_failed when it never gets its turn.
 */
export async function appendWhile(
  context: ServiceContext,
  log: InterviewLog,
  event: InterviewEvent,
  fits: (log: InterviewLog) => boolean,
): Promise<{ log: InterviewLog; stored: boolean }> {
  let present = log;
  for (let attempt = 0; attempt < attemptsAtMost; attempt += 1) {
    const appended = await append(context, present, event);
    if (appended) return { log: appended, stored: true };
    present = await openLog(context, log.record.id);
    if (!fits(present)) return { log: present, stored: false };
  }
  throw tooBusy();
}

/** Losing a race means that someone else got on; nobody loses this often. */
const attemptsAtMost = 10;

/**
 * Appends the event that `decide` makes of the interview as it stands, deciding anew when someone else was faster;
 * null from `decide` means that there is nothing to do.
 * @throws BarRaiserError what `decide` and the state machine throw; store_failed when it never gets its turn.
 */
export async function appendDecided(
  context: ServiceContext,
  id: string,
  decide: (log: InterviewLog) => InterviewEvent | null | Promise<InterviewEvent | null>,
): Promise<InterviewLog> {
  for (let attempt = 0; attempt < attemptsAtMost; attempt += 1) {
    const log = await openLog(context, id);
    const event = await decide(log);
    const appended = event ? await append(context, log, event) : log;
    if (appended) return appended;
  }
  throw tooBusy();
}

function tooBusy(): BarRaiserError {
  return new BarRaiserError('store_failed', 'The interview is too busy to be stored. Please try again.');
}

/** What the list shows of an interview in this state. */
export function summaryOf(state: InterviewState, updatedAt: number): InterviewSummaryFields {
  const read = state.turns.filter(({ speaker }) => speaker === 'candidate').length;
  const level = state.setup?.level;
  return {
    phase: state.phase,
    updatedAt,
    candidateTurns: read + (state.pendingTurn ? 1 : 0),
    vote: state.report && level ? state.report.votes[level].vote : null,
    selfVoteGiven: state.selfVote !== null,
  };
}

export function notFound(): BarRaiserError {
  return new BarRaiserError('not_found', 'There is no such interview.');
}
