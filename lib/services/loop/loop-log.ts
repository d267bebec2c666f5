import { appendLoopEvent, findLoop, type LoopRecord, readLoopEvents } from '#lib/db/loops.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { InterviewState } from '#lib/domain/interview.ts';
import { advanceLoop, type LoopState, type Member, replayLoop } from '#lib/domain/loop/loop.ts';
import type { LoopEvent } from '#lib/domain/loop/loop-event.ts';
import type { ServiceContext } from '../context.ts';
import { type InterviewLog, openLog } from '../interview-log.ts';
import type { ComposedInterview } from '../start-interview.ts';

/** A loop as stored: its own events made into a state, and its interviews, each rebuilt from its own. */
export interface LoopLog {
  record: LoopRecord;
  state: LoopState;
  length: number;
  /** By position; null for a question whose interview was deleted. */
  interviews: Readonly<Record<number, InterviewLog | null>>;
  members: Readonly<Record<number, Member | null>>;
}

/**
 * The owner's loop with its interviews.
 * @throws BarRaiserError not_found for an unknown loop and for someone else's.
 */
export async function openLoop(context: ServiceContext, id: string): Promise<LoopLog> {
  const { database, ownerId } = context;
  const record = ownerId === null ? null : await findLoop(database, { id, ownerId });
  if (!record) throw loopNotFound();
  const events = await readLoopEvents(database, id);
  const state = replayLoop(events);
  const opened = Object.entries(state.opened);
  const logs = await Promise.all(
    opened.map(
      async ([position, interviewId]) => [position, await openMember(context, interviewId)] as const,
    ),
  );
  return {
    record,
    state,
    length: events.length,
    interviews: Object.fromEntries(logs),
    members: Object.fromEntries(logs.map(([position, log]) => [position, log && memberOf(log)])),
  };
}

async function openMember(context: ServiceContext, interviewId: string): Promise<InterviewLog | null> {
  try {
    return await openLog(context, interviewId);
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'not_found') return null;
    throw error;
  }
}

function memberOf({ record, state }: InterviewLog): Member {
  return {
    interviewId: record.id,
    phase: state.phase,
    closedAt: closingTime(state),
    usedSeconds: state.usedSeconds,
    paused: state.pausedAt !== null,
    voted: state.selfVote !== null,
  };
}

/** When the bar raiser's closing words were said. */
function closingTime({ turns }: InterviewState): number | null {
  const closing = turns.find((turn) => turn.speaker === 'bar_raiser' && turn.move.kind === 'close');
  return closing?.at ?? null;
}

const attemptsAtMost = 10;

/**
 * Appends the event that `decide` makes of the loop as it stands, with the interview it opens if it does, deciding anew
 * when someone else was faster; null from `decide` means that there is nothing to do. Gives the loop as it stands then.
 * @throws BarRaiserError what `decide` and the domain throw; not_found; store_failed when it never gets its turn.
 */
export async function appendToLoop(
  context: ServiceContext,
  id: string,
  decide: (log: LoopLog) => Promise<{ event: LoopEvent; opens?: ComposedInterview } | null>,
): Promise<LoopLog> {
  for (let attempt = 0; attempt < attemptsAtMost; attempt += 1) {
    const log = await openLoop(context, id);
    const decided = await decide(log);
    if (!decided) return log;
    advanceLoop(log.state, decided.event, log.members);
    const { ownerId } = log.record;
    const outcome = await appendLoopEvent(context.database, {
      ...{ id, ownerId, sequence: log.length + 1 },
      ...decided,
    });
    if (outcome === 'gone') throw loopNotFound();
    if (outcome === 'stored') return openLoop(context, id);
  }
  throw new BarRaiserError('store_failed', 'The loop is too busy to be stored. Please try again.');
}

export function loopNotFound(): BarRaiserError {
  return new BarRaiserError('not_found', 'There is no such loop.');
}
