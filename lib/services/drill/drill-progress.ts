import { listDue, listPracticeDays, listReviews, type PracticeDay, type ReviewRow } from '#lib/db/drill.ts';
import { type Exercise, type ExerciseKind, exerciseKinds } from '#lib/domain/drill/exercise.ts';
import {
  dayOf,
  daysBefore,
  endOfDay,
  type PracticeDays,
  practiceDays,
  type UtcOffset,
} from '#lib/domain/drill/practice-days.ts';
import { type Principle, principleSchema } from '#lib/domain/principle.ts';
import type { ServiceContext } from '../context.ts';
import { allExercises } from './exercises.ts';

/** The days a calendar of practice shows. */
const daysShown = 28;

export interface Practised {
  /** Exercises there are, and those answered at least once. */
  exercises: number;
  practised: number;
  /** Mean of the latest result of each, 0-1; null before the first. */
  mean: number | null;
  due: number;
}

export interface DrillProgress {
  days: PracticeDays;
  /** The last four weeks, oldest first, days without practice among them. */
  calendar: PracticeDay[];
  secondsToday: number;
  exercisesToday: number;
  due: number;
  total: Practised;
  kinds: ({ kind: ExerciseKind } & Practised)[];
  principles: ({ principle: Principle } & Practised)[];
}

/** What the owner has practised so far. In: their time zone, for whose days are counted. */
export async function drillProgress({
  context,
  input,
}: {
  context: ServiceContext;
  input: { utcOffset: UtcOffset };
}): Promise<DrillProgress> {
  const { database, ownerId, clock } = context;
  const now = clock();
  const today = dayOf(now, input.utcOffset);
  const night = endOfDay(now, input.utcOffset);
  const every = await allExercises(context);
  const known = ownerId !== null;
  const practice = known ? await listPracticeDays(database, ownerId) : [];
  const due = known ? await listDue(database, ownerId) : new Map<string, number>();
  const latest = latestScores(known ? await listReviews(database, ownerId) : []);
  const summed = (exercises: readonly Exercise[]) => practised(exercises, latest, due, night);
  const total = summed(every);
  const todays = practice.find(({ day }) => day === today);
  return {
    days: practiceDays(
      practice.map(({ day }) => day),
      today,
    ),
    calendar: Array.from({ length: daysShown }, (_, index) => {
      const day = daysBefore(today, daysShown - 1 - index);
      return practice.find((each) => each.day === day) ?? { day, exercises: 0, seconds: 0 };
    }),
    secondsToday: todays?.seconds ?? 0,
    exercisesToday: todays?.exercises ?? 0,
    due: total.due,
    total,
    kinds: exerciseKinds.map((kind) => ({ kind, ...summed(every.filter((each) => each.kind === kind)) })),
    principles: principleSchema.options.map((principle) => ({
      principle,
      ...summed(every.filter((each) => each.principle === principle)),
    })),
  };
}

function latestScores(reviews: readonly ReviewRow[]): Map<string, number> {
  return new Map(reviews.map(({ exerciseId, score }) => [exerciseId, score]));
}

function practised(
  exercises: readonly Exercise[],
  latest: ReadonlyMap<string, number>,
  due: ReadonlyMap<string, number>,
  night: number,
): Practised {
  const scores = exercises.flatMap(({ id }) => latest.get(id) ?? []);
  return {
    exercises: exercises.length,
    practised: scores.length,
    mean: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    due: exercises.filter(({ id }) => (due.get(id) ?? Number.POSITIVE_INFINITY) < night).length,
  };
}
