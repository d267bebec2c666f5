import { listDue, listReviews } from '#lib/db/drill.ts';
import type { ExerciseKind } from '#lib/domain/drill/exercise.ts';
import { dayOf, endOfDay, type UtcOffset } from '#lib/domain/drill/practice-days.ts';
import { fiveMinutes, sessionSeconds } from '#lib/domain/drill/session.ts';
import { entryOf, type SessionEntry } from '#lib/domain/drill/session-entry.ts';
import type { ServiceContext } from '../context.ts';
import { allExercises } from './exercises.ts';

export interface SessionRequest {
  utcOffset: UtcOffset;
  /** Only exercises of one kind, of one scenario or of one story: five minutes of them, whatever was done today. */
  kind?: ExerciseKind | undefined;
  scenario?: string | undefined;
  story?: string | undefined;
  /** Five minutes more. */
  more?: boolean | undefined;
}

export interface DrillSession {
  day: string;
  exercises: SessionEntry[];
  /** How long these are planned to take. */
  seconds: number;
  /** What was practised today already, by the same plan. */
  secondsToday: number;
  dueCount: number;
  newCount: number;
}

/**
 * About five minutes: what is due first, then new, kinds mixed. What was done today counts towards the five minutes,
 * unless `more` is asked for. The same person gets the same session all day.
 */
export async function getDrillSession({
  context,
  input,
}: {
  context: ServiceContext;
  input: SessionRequest;
}): Promise<DrillSession> {
  const { database, ownerId, clock } = context;
  const now = clock();
  const { utcOffset, kind, scenario, story, more = false } = input;
  const day = dayOf(now, utcOffset);
  const every = await allExercises(context);
  const due = ownerId === null ? new Map<string, number>() : await listDue(database, ownerId);
  const reviews = ownerId === null ? [] : await listReviews(database, ownerId);
  const doneToday = new Set(
    reviews.filter(({ at }) => dayOf(at, utcOffset) === day).map(({ exerciseId }) => exerciseId),
  );
  const secondsToday = every
    .filter(({ id }) => doneToday.has(id))
    .reduce((sum, { targetSeconds }) => sum + targetSeconds, 0);
  const night = endOfDay(now, utcOffset);
  const chosen = fiveMinutes({
    exercises: every.filter(
      (exercise) =>
        (!kind || exercise.kind === kind) &&
        (!scenario || (exercise.scenarioId === scenario && exercise.story === null)) &&
        (!story || exercise.story?.id === story),
    ),
    due,
    endOfDay: night,
    doneToday,
    seed: `${ownerId ?? 'nobody'} ${day}`,
    seconds: more || kind || scenario || story ? sessionSeconds : Math.max(0, sessionSeconds - secondsToday),
  });
  const isDue = (id: string) => (due.get(id) ?? Number.POSITIVE_INFINITY) < night;
  return {
    day,
    exercises: chosen.map((exercise) => entryOf(exercise, isDue(exercise.id))),
    seconds: chosen.reduce((sum, { targetSeconds }) => sum + targetSeconds, 0),
    secondsToday,
    dueCount: every.filter(({ id }) => isDue(id) && !doneToday.has(id)).length,
    newCount: every.filter(({ id }) => !due.has(id)).length,
  };
}
