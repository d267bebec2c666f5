import { BarRaiserError } from '#lib/domain/errors.ts';
import { placePendingTurn } from '#lib/domain/interview.ts';
import type { BarRaiserTurn } from '#lib/domain/transcript.ts';
import type { ServiceContext } from './context.ts';
import { append, type InterviewLog, openLog } from './interview-log.ts';
import { speakPendingMove } from './speak-move.ts';
import { standing, type TurnPart } from './turn-part.ts';

/**
 * Gives the bar raiser's turn `turnId`: as stored, or by going on from wherever its production stopped - the
 * candidate's turn stored but not read, or read and the move not spoken. Every step is stored before the next.
 * When another process is ahead, its step counts and ours is dropped.
 */
export async function* produceReply(
  context: ServiceContext,
  log: InterviewLog,
  turnId: string,
): AsyncGenerator<TurnPart> {
  let current = log;
  if (current.state.pendingTurn) current = await readPendingTurn(context, current);
  const stored = findTurn(current, turnId);
  if (stored) yield* sayStored(stored);
  else current = yield* saySpoken(context, current, turnId);
  yield* standing(current.state);
}

async function readPendingTurn(context: ServiceContext, log: InterviewLog): Promise<InterviewLog> {
  const { scenario, rubric } = log.material;
  const { turn, meta } = placePendingTurn(log.state);
  const assessment = meta
    ? null
    : await context.engine.assess([...log.state.turns, turn], scenario, {
        rubric,
        library: context.library.scenarios,
      });
  const read = { type: 'read', at: context.clock(), turnId: turn.id, meta, assessment } as const;
  return (await append(context, log, read)) ?? (await openLog(context, log.record.id));
}

async function* saySpoken(
  context: ServiceContext,
  log: InterviewLog,
  turnId: string,
): AsyncGenerator<TurnPart, InterviewLog> {
  const { state, material, record } = log;
  const move = state.pendingMove;
  if (!move) throw new BarRaiserError('internal', 'There is no reply to give.');
  yield { type: 'begin', turnId };
  let text = '';
  for await (const delta of speakPendingMove(context, { id: record.id, state, material })) {
    text += delta;
    yield { type: 'text', turnId, delta };
  }
  const spoken = { type: 'spoken', at: context.clock(), turnId, text, move } as const;
  const stored = await append(context, log, spoken);
  const current = stored ?? (await openLog(context, record.id));
  // What was shown must be what is stored: engines that word a move differently each time can be outrun.
  if (!stored && findTurn(current, turnId)?.text !== text) {
    throw new BarRaiserError(
      'turn_in_progress',
      'This turn was answered in another window. Reload to see it.',
    );
  }
  yield { type: 'end', turnId };
  return current;
}

function* sayStored({ id: turnId, text }: BarRaiserTurn): Generator<TurnPart> {
  yield { type: 'begin', turnId };
  yield { type: 'text', turnId, delta: text };
  yield { type: 'end', turnId };
}

function findTurn({ state }: InterviewLog, turnId: string): BarRaiserTurn | undefined {
  return state.turns.find(
    (turn): turn is BarRaiserTurn => turn.id === turnId && turn.speaker === 'bar_raiser',
  );
}
