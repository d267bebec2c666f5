import type { SpokenWord } from '#lib/domain/delivery/spoken-word.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { openQuestion } from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import { readTurnText } from '#lib/domain/turn-text.ts';
import { countTurn } from '#lib/telemetry/measures.ts';
import { inSpan } from '#lib/telemetry/spans.ts';
import type { ServiceContext } from './context.ts';
import { appendWhile, type InterviewLog, openLog } from './interview-log.ts';
import { countTowards } from './limits.ts';
import { produceReply } from './produce-reply.ts';
import { turnIdAt } from './turn-id.ts';
import type { TurnPart } from './turn-part.ts';

export interface TakeTurnInput {
  interviewId: string;
  /** Made by the sender, who sends the same one again when unsure whether the turn arrived. */
  clientTurnId: string;
  text: string;
  spokenSeconds?: number | undefined;
  /** When each word was said; beside the text, which may have been corrected since. */
  words?: SpokenWord[] | undefined;
  /** The bar raiser's turn it answers, when the sender knows: a window that is behind is told so. */
  repliesTo?: string | undefined;
}

/**
 * Takes a candidate's turn. When the promise resolves the turn is stored; the parts are the reply to it. The same
 * turn sent again gives the stored reply, or goes on producing it.
 * @throws BarRaiserError blank_turn, turn_too_long, not_found; turn_conflict for the same id with another text and
 * for an answer to a question that is no longer the last; turn_in_progress while another turn is being answered;
 * interview_over; too_many_requests: it is not stored then, and may be sent again.
 */
export function takeTurn(asked: {
  context: ServiceContext;
  input: TakeTurnInput;
}): Promise<AsyncIterable<TurnPart>> {
  return inSpan('service take-turn', {}, () => take(asked));
}

async function take({
  context,
  input,
}: {
  context: ServiceContext;
  input: TakeTurnInput;
}): Promise<AsyncIterable<TurnPart>> {
  const text = readTurnText(input.text);
  const log = await openLog(context, input.interviewId);
  const repeated = replyToStored(context, log, input.clientTurnId, text);
  if (repeated) return repeated;
  const position = log.state.turns.length + 1;
  const answered: InterviewEvent = {
    type: 'answered',
    at: context.clock(),
    turnId: turnIdAt(position),
    clientTurnId: input.clientTurnId,
    text,
    spokenSeconds: input.spokenSeconds ?? null,
    ...(input.words && input.words.length > 0 ? { words: input.words } : {}),
  };
  refuseStale(log, input.repliesTo);
  await countTowards(context, 'turns', log.record.ownerId);
  const { stored, log: present } = await appendWhile(
    context,
    log,
    answered,
    ({ state }) => state.turns.length === position - 1 && !state.pendingTurn && !state.pendingMove,
  );
  if (stored) {
    countTurn({ engine: present.state.engine ?? 'none' });
    return produceReply(context, present, turnIdAt(position + 1));
  }
  const twin = replyToStored(context, present, input.clientTurnId, text);
  if (twin) return twin;
  throw new BarRaiserError(
    'turn_in_progress',
    'Another turn of this interview was sent at the same time. Reload to see where it stands.',
  );
}

function replyToStored(
  context: ServiceContext,
  log: InterviewLog,
  clientTurnId: string,
  text: string,
): AsyncIterable<TurnPart> | null {
  const { turns, pendingTurn, clientTurnIds } = log.state;
  const turnId = Object.keys(clientTurnIds).find((id) => clientTurnIds[id] === clientTurnId);
  if (!turnId) return null;
  const index = turns.findIndex(({ id }) => id === turnId);
  const stored = index < 0 ? pendingTurn?.text : turns[index]?.text;
  if (stored !== text) {
    throw new BarRaiserError('turn_conflict', 'A different text was sent before under the same id.');
  }
  const position = index < 0 ? turns.length + 1 : index + 1;
  return produceReply(context, log, turnIdAt(position + 1));
}

function refuseStale({ state }: InterviewLog, repliesTo: string | undefined): void {
  const known = state.turns.findLast(({ speaker }) => speaker === 'bar_raiser')?.id;
  const over = state.phase === 'closing' || state.phase === 'assessed';
  if (over || repliesTo === undefined || repliesTo === known || repliesTo === openQuestion(state)?.id) return;
  throw new BarRaiserError(
    'turn_conflict',
    'The interview has moved on in another window. Reload to see where it is.',
  );
}
