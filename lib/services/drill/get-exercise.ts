import { type AnswerRecord, findCard, listAnswers } from '#lib/db/drill.ts';
import { type Exercise, type ExerciseTask, taskOf } from '#lib/domain/drill/exercise.ts';
import { type Principle, principleNames } from '#lib/domain/principle.ts';
import type { ServiceContext } from '../context.ts';
import { findExercise } from './exercises.ts';

const earlierAtMost = 5;

export interface ExerciseView {
  task: ExerciseTask;
  principleName: (typeof principleNames)[Principle];
  /** Earlier results, newest first: a score each (null: did not count) and when. */
  earlier: { at: number; score: number | null }[];
  /** When it comes back, in milliseconds; null before the first time. */
  due: number | null;
}

/**
 * One exercise as it is put before the person, without what would give the answer away.
 * @throws BarRaiserError unknown_exercise.
 */
export async function getExercise({
  context,
  input,
}: {
  context: ServiceContext;
  input: { exerciseId: string };
}): Promise<ExerciseView> {
  const { database, ownerId } = context;
  const { exercise }: { exercise: Exercise } = await findExercise(context, input.exerciseId);
  const owned = { ownerId: ownerId ?? '', exerciseId: exercise.id };
  const earlier: AnswerRecord[] =
    ownerId === null ? [] : await listAnswers(database, { ...owned, limit: earlierAtMost });
  return {
    task: taskOf(exercise),
    principleName: principleNames[exercise.principle],
    earlier: earlier.map(({ at, result }) => ({ at, score: result?.score ?? null })),
    due: ownerId === null ? null : ((await findCard(database, owned))?.due ?? null),
  };
}
