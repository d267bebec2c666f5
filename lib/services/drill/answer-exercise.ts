import { findAnswer, findCard, insertAnswer, storeReview } from '#lib/db/drill.ts';
import { ensureOwner } from '#lib/db/owners.ts';
import { type ExerciseAnswer, readAnswer } from '#lib/domain/drill/answer.ts';
import { type AnsweredExercise, reveal } from '#lib/domain/drill/answered.ts';
import { recallGrade } from '#lib/domain/drill/card.ts';
import type { Exercise } from '#lib/domain/drill/exercise.ts';
import { dayOf, type UtcOffset } from '#lib/domain/drill/practice-days.ts';
import type { ExerciseResult } from '#lib/domain/drill/result.ts';
import type { SessionEntry } from '#lib/domain/drill/session-entry.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { ServiceContext } from '../context.ts';
import { countTowards } from '../limits.ts';
import { assessExercise } from './assess-exercise.ts';
import { findExercise } from './exercises.ts';
import { getDrillSession, type SessionRequest } from './get-drill-session.ts';
import { scheduleCard } from './schedule-card.ts';

export interface AnswerExerciseInput {
  /** The browser's id for this answer: sent again, it gives the stored result. */
  id: string;
  exerciseId: string;
  answer: ExerciseAnswer;
  utcOffset: UtcOffset;
  /** What the session was narrowed to, for what comes next. */
  within?: Omit<SessionRequest, 'utcOffset'> | undefined;
}

/**
 * Takes an answer: stored before anything is made of it, then assessed, then counted - once, however often it is sent.
 * @throws BarRaiserError unknown_exercise, bad_request, blank_turn, turn_too_long, not_found for nobody;
 * answer_conflict for the id of another answer; too_many_requests.
 */
export async function answerExercise({
  context,
  input,
}: {
  context: ServiceContext;
  input: AnswerExerciseInput;
}): Promise<AnsweredExercise> {
  const { database, ownerId, clock } = context;
  if (ownerId === null) throw new BarRaiserError('not_found', 'Nobody is known by this browser yet.');
  const material = await findExercise(context, input.exerciseId);
  const { exercise } = material;
  const answer = readAnswer(exercise, input.answer);
  await countTowards(context, 'drillAnswers', ownerId);
  const at = clock();
  await ensureOwner(database, { id: ownerId, at });
  const record = {
    ownerId,
    id: input.id,
    exerciseId: exercise.id,
    storyId: material.story?.id ?? null,
    at,
    answer,
  };
  const outcome = await insertAnswer(database, record);
  if (outcome === 'gone')
    throw new BarRaiserError('unknown_exercise', 'The story of this exercise was deleted.');
  const stored = outcome === 'taken' ? await takenAnswer(context, record) : null;
  const result = stored?.result ?? (await assessExercise(context, material, answer));
  if (!stored?.result) await count(context, { record: stored ?? record, exercise, result, ...input });
  const card = await findCard(database, { ownerId, exerciseId: exercise.id });
  const settled = await findAnswer(database, { id: input.id, ownerId });
  return {
    id: input.id,
    exerciseId: exercise.id,
    answer,
    result: settled?.result ?? result,
    revealed: reveal(exercise),
    due: result.score === null ? null : (card?.due ?? null),
    next: await nextIn(context, exercise.id, { ...input.within, utcOffset: input.utcOffset }),
  };
}

async function nextIn(
  context: ServiceContext,
  answered: string,
  input: SessionRequest,
): Promise<SessionEntry | null> {
  const { exercises } = await getDrillSession({ context, input });
  return exercises.find(({ id }) => id !== answered) ?? null;
}

type StoredAnswer = Parameters<typeof insertAnswer>[1];

async function takenAnswer(
  { database }: ServiceContext,
  { id, ownerId, exerciseId, answer }: StoredAnswer,
): Promise<(StoredAnswer & { result: ExerciseResult | null }) | null> {
  const stored = await findAnswer(database, { id, ownerId });
  if (!stored) return null;
  if (stored.exerciseId === exerciseId && JSON.stringify(stored.answer) === JSON.stringify(answer))
    return stored;
  throw new BarRaiserError(
    'answer_conflict',
    'This answer was sent before with other words. Reload and try again.',
  );
}

async function count(
  { database }: ServiceContext,
  {
    record,
    exercise,
    result,
    utcOffset,
  }: { record: StoredAnswer; exercise: Exercise; result: ExerciseResult; utcOffset: UtcOffset },
): Promise<void> {
  const { ownerId, exerciseId, at } = record;
  const practice = { day: dayOf(at, utcOffset), seconds: exercise.targetSeconds };
  if (result.score === null) {
    await storeReview(database, { answer: record, result, counted: null, practice });
    return;
  }
  const grade = recallGrade(result.score);
  const card = scheduleCard(await findCard(database, { ownerId, exerciseId }), at, grade);
  const counted = { score: result.score, grade, card };
  await storeReview(database, { answer: record, result, counted, practice });
}
