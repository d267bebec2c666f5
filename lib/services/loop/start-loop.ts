import { loadInterviewers } from '#lib/content/interviewers.ts';
import { insertLoop } from '#lib/db/loops.ts';
import { ensureOwner } from '#lib/db/owners.ts';
import type { Mode } from '#lib/domain/interview-event.ts';
import type { Level } from '#lib/domain/level.ts';
import { breakSeconds, type LoopEvent, type LoopMinutes } from '#lib/domain/loop/loop-event.ts';
import { planQuestions } from '#lib/domain/loop/plan-loop.ts';
import type { PractisedPrinciple } from '#lib/domain/rubric.ts';
import type { ServiceContext } from '../context.ts';
import { countTowards } from '../limits.ts';
import { loopNotFound } from './loop-log.ts';

export interface StartLoopInput {
  principles: readonly PractisedPrinciple[];
  questions: number;
  level: Level;
  mode: Mode;
  minutes: LoopMinutes;
  /** The candidate wants no model for this one. */
  engine?: 'embedded' | undefined;
}

/**
 * Plans a loop and stores the plan; its first question waits until the candidate is ready.
 * @throws BarRaiserError bad_request for too few questions, too_many_requests.
 */
export async function startLoop({
  context,
  input,
}: {
  context: ServiceContext;
  input: StartLoopInput;
}): Promise<{ id: string }> {
  const { database, library, ownerId } = context;
  if (ownerId === null) throw loopNotFound();
  const id = context.ids();
  const { principles, questions: count, level, mode, minutes, engine } = input;
  const interviewers = loadInterviewers().map((interviewer) => interviewer.id);
  const questions = planQuestions({
    principles,
    count,
    scenarios: library.scenarios,
    interviewers,
    seed: id,
  });
  await countTowards(context, 'interviews', ownerId);
  const planned: LoopEvent = {
    type: 'planned',
    at: context.clock(),
    ...{ level, mode, minutes, questions, breakSeconds },
    principles: [...new Set(principles)],
    ...(engine ? { engine } : {}),
  };
  await ensureOwner(database, { id: ownerId, at: planned.at });
  await insertLoop(database, { id, ownerId, planned });
  return { id };
}
