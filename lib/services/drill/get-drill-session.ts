import { listDue, listReviews } from '#lib/db/drill.ts';
import { type Exercise, type ExerciseKind, type ExerciseTask, taskOf } from '#lib/domain/drill/exercise.ts';
import { dayOf, endOfDay, type UtcOffset } from '#lib/domain/drill/practice-days.ts';
import { fiveMinutes, sessionSeconds } from '#lib/domain/drill/session.ts';
import type { ServiceContext } from '../context.ts';
import { allExercises } from './exercises.ts';

/** An exercise in a list: what it is, not yet what it asks. */
export type SessionEntry = Pick<
  ExerciseTask,
  'id' | 'kind' | 'principle' | 'question' | 'story' | 'targetSeconds'
> & { about: string; due: boolean };

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
  input: { utcOffset: UtcOffset; kind?: ExerciseKind | undefined; more?: boolean | undefined };
}): Promise<DrillSession> {
  const { database, ownerId, clock } = context;
  const now = clock();
  const { utcOffset, kind, more = false } = input;
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
    exercises: kind ? every.filter((exercise) => exercise.kind === kind) : every,
    due,
    endOfDay: night,
    doneToday,
    seed: `${ownerId ?? 'nobody'} ${day}`,
    seconds: more || kind ? sessionSeconds : Math.max(0, sessionSeconds - secondsToday),
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

export function entryOf(exercise: Exercise, due: boolean): SessionEntry {
  const { id, kind, principle, question, story, targetSeconds } = taskOf(exercise);
  return { id, kind, principle, question, story, targetSeconds, about: aboutOf(exercise), due };
}

/** What tells exercises of one kind and question apart. */
function aboutOf(exercise: Exercise): string {
  switch (exercise.kind) {
    case 'section':
      return exercise.task.section;
    case 'probe':
    case 'quiz':
      return exercise.task.asked;
    default:
      return exercise.story?.title ?? exercise.question;
  }
}
