import { type InterviewRecord, insertInterview } from '#lib/db/interviews.ts';
import { ensureOwner } from '#lib/db/owners.ts';
import { interviewBudgetSeconds } from '#lib/domain/clock.ts';
import { replay } from '#lib/domain/interview.ts';
import type { InterviewEvent, Mode } from '#lib/domain/interview-event.ts';
import type { Level } from '#lib/domain/level.ts';
import type { LoopPlace } from '#lib/domain/loop/loop-place.ts';
import { inSpan } from '#lib/telemetry/spans.ts';
import type { ServiceContext } from './context.ts';
import { partsOf } from './engine-of.ts';
import { materialOf, notFound, summaryOf } from './interview-log.ts';
import { countTowards } from './limits.ts';
import { speakPendingMove } from './speak-move.ts';
import { nextTurnId } from './turn-id.ts';

export interface StartInterviewInput {
  /** Id or alias. */
  scenarioId: string;
  level: Level;
  mode: Mode;
  /** The candidate wants no model for this one. */
  engine?: 'embedded' | undefined;
}

/** An interview that is a loop's question: where it stands in it, and how long it may take. */
export interface LoopQuestion {
  loop: LoopPlace;
  budgetSeconds: number;
}

export interface ComposedInterview {
  record: InterviewRecord;
  events: InterviewEvent[];
}

/**
 * Starts an interview: the bar raiser's opening is spoken and stored with it, so that the page has it at once.
 * @throws BarRaiserError unknown_scenario, too_many_requests.
 */
export function startInterview(asked: {
  context: ServiceContext;
  input: StartInterviewInput;
}): Promise<{ id: string }> {
  return inSpan('service start-interview', {}, () => start(asked));
}

async function start({
  context,
  input,
}: {
  context: ServiceContext;
  input: StartInterviewInput;
}): Promise<{ id: string }> {
  const { record, events } = await composeInterview(context, input);
  await insertInterview(context.database, record, events);
  return { id: record.id };
}

/**
 * An interview with its opening spoken, not stored yet; its owner is.
 * @throws BarRaiserError unknown_scenario, too_many_requests, not_found without an owner.
 */
export async function composeInterview(
  context: ServiceContext,
  input: StartInterviewInput,
  question?: LoopQuestion,
): Promise<ComposedInterview> {
  const { database, ownerId } = context;
  const engine = input.engine === 'embedded' ? context.reader : context.engine;
  if (ownerId === null) throw notFound();
  const material = materialOf(context, input.scenarioId, question?.loop);
  await countTowards(context, 'interviews', ownerId);
  const id = context.ids();
  const createdAt = context.clock();
  const { level, mode } = input;
  const opened: InterviewEvent = {
    type: 'opened',
    at: createdAt,
    scenarioId: material.scenario.id,
    level,
    mode,
    budgetSeconds: question?.budgetSeconds ?? interviewBudgetSeconds(mode),
    engine: engine.id,
    engines: partsOf(engine),
    ...(question ? { loop: question.loop } : {}),
  };
  const opening = replay([opened], material);
  const pieces = await Array.fromAsync(speakPendingMove(engine, { id, state: opening, material }));
  const events: InterviewEvent[] = [opened];
  if (opening.pendingMove) {
    const [turnId, text] = [nextTurnId(opening), pieces.join('')];
    events.push({ type: 'spoken', at: context.clock(), turnId, text, move: opening.pendingMove });
  }
  const summary = summaryOf(replay(events, material), createdAt);
  await ensureOwner(database, { id: ownerId, at: createdAt });
  return {
    record: { id, ownerId, scenarioId: material.scenario.id, level, mode, createdAt, ...summary },
    events,
  };
}
