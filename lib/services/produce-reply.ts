import { BarRaiserError } from '#lib/domain/errors.ts';
import { placePendingTurn } from '#lib/domain/interview.ts';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import type { BarRaiserTurn } from '#lib/domain/transcript.ts';
import type { SpeechStatistics } from '#lib/engines/speech-statistics.ts';
import { spanOver } from '#lib/telemetry/spans.ts';
import type { ServiceContext } from './context.ts';
import { engineOf } from './engine-of.ts';
import { appendWhile, type InterviewLog } from './interview-log.ts';
import { readBeside } from './second-reading.ts';
import { speakPendingMove } from './speak-move.ts';
import { standing, type TurnPart } from './turn-part.ts';

/**
 * Gives the bar raiser's turn `turnId`: as stored, or by going on from wherever its production stopped - the
 * candidate's turn stored but not read, or read and the move not spoken. Every step is stored before the next.
 * When another process is ahead, its step counts and ours is dropped.
 * @throws BarRaiserError model_* when the engine fails before its first words: the turn stays stored, and the same
 * request again goes on from there.
 */
export function produceReply(
  context: ServiceContext,
  log: InterviewLog,
  turnId: string,
): AsyncGenerator<TurnPart> {
  const attributes = { engine: log.state.engine ?? 'none' };
  return spanOver('service produce-reply', attributes, () => produce(context, log, turnId));
}

async function* produce(
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

/** Read in milliseconds by the engine that needs no network: what to ask next never waits for a model. */
async function readPendingTurn(context: ServiceContext, log: InterviewLog): Promise<InterviewLog> {
  const { scenario, rubric } = log.material;
  const { turn, meta } = placePendingTurn(log.state);
  const assessment = meta
    ? null
    : await context.reader.assess([...log.state.turns, turn], scenario, {
        rubric,
        library: context.library.scenarios,
      });
  const read = { type: 'read', at: context.clock(), turnId: turn.id, meta, assessment } as const;
  const { log: present } = await appendWhile(
    context,
    log,
    read,
    ({ state }) => state.pendingTurn?.turnId === turn.id,
  );
  return present;
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
  let speech: SpeechStatistics | null = null;
  const interview = { id: record.id, state, material };
  const words = speakPendingMove(engineOf(context, state), interview, (statistics) => {
    speech = statistics;
  });
  try {
    // The words are asked for before anything else is begun: the candidate waits for them.
    const first = words.next();
    // After the closing comes the last reading, which reads what is missing.
    if (move.kind !== 'close') readBeside(context, record.id);
    for (let next = await first; !next.done; next = await words.next()) {
      text += next.value;
      yield { type: 'text', turnId, delta: next.value };
    }
  } finally {
    await words.return(undefined);
  }
  const at = context.clock();
  const spoken: InterviewEvent = { type: 'spoken', at, turnId, text, move, ...(speech ? { speech } : {}) };
  const { stored, log: current } = await appendWhile(
    context,
    log,
    spoken,
    ({ state: present }) => present.pendingMove !== null && present.turns.length === state.turns.length,
  );
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
