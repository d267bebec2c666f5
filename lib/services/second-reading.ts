import type { Assessment } from '#lib/domain/assessment.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { InterviewState } from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import { mainAnswer, scoredTurns } from '#lib/domain/transcript.ts';
import { log } from '#lib/telemetry/log.ts';
import type { ServiceContext } from './context.ts';
import { hasSecondReader } from './engine-of.ts';
import { appendDecided, openLog } from './interview-log.ts';

/**
 * Has a model read what the candidate said so far, while the bar raiser speaks. What it finds corrects the ledger before
 * the next move; when it fails, that is logged and stored, and the turn goes on as if it had not been tried.
 */
export function readBeside(context: ServiceContext, interviewId: string): void {
  if (!hasSecondReader(context, context.engine)) return;
  context.beside.run(interviewId, () => readAgain(context, interviewId));
}

async function readAgain(context: ServiceContext, interviewId: string): Promise<void> {
  let turnId: string | null = null;
  try {
    const { state, material } = await openLog(context, interviewId);
    turnId = scoredTurns(state.turns).at(-1)?.id ?? null;
    const read = turnId;
    if (read === null || !mayBeRead(context, state) || isRead(state)) return;
    const assessment = await context.engine.assess(state.turns, material.scenario, {
      rubric: material.rubric,
      library: context.library.scenarios,
      interviewId,
      previous: state.secondReading,
    });
    await appendDecided(context, interviewId, ({ state: present }) =>
      mayBeRead(context, present) && isNews(present, assessment)
        ? { type: 'reread', at: context.clock(), turnId: read, assessment }
        : null,
    );
  } catch (error) {
    await storeFault(context, interviewId, turnId, error);
  }
}

function mayBeRead(
  { engine }: ServiceContext,
  { engine: id, firstReading, report }: InterviewState,
): boolean {
  return id === engine.id && firstReading !== null && report === null;
}

/** Whether all that was said of the present story has been read a second time. */
function isRead({ turns, secondReading }: InterviewState): boolean {
  const known = new Set(secondReading?.replies.map(({ turnId }) => turnId));
  return scoredTurns(turns).every(({ id }) => id === secondReading?.answerTurnId || known.has(id));
}

function isNews({ turns, secondReading }: InterviewState, { answerTurnId, replies }: Assessment): boolean {
  if (answerTurnId !== mainAnswer(turns)?.id) return false;
  return secondReading?.answerTurnId !== answerTurnId || replies.length > secondReading.replies.length;
}

async function storeFault(
  context: ServiceContext,
  interviewId: string,
  turnId: string | null,
  error: unknown,
): Promise<void> {
  const code = BarRaiserError.isInstance(error) ? error.code : 'internal';
  const kind = error instanceof Error ? error.name : typeof error;
  log(BarRaiserError.isInstance(error) ? 'info' : 'error', 'second_reading_failed', { code, kind });
  if (turnId === null || code === 'not_found' || code === 'store_failed') return;
  const failed: InterviewEvent = { type: 'reread_failed', at: context.clock(), turnId, code };
  try {
    await appendDecided(context, interviewId, ({ state }) => (state.report ? null : failed));
  } catch (fault) {
    if (!BarRaiserError.isInstance(fault)) throw fault;
    log('info', 'second_reading_fault_not_stored', { code: fault.code });
  }
}
