import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { exerciseAnswerSchema } from '#lib/domain/drill/answer.ts';
import { type Card, cardSchema, recallGrades } from '#lib/domain/drill/card.ts';
import { type ExerciseResult, exerciseResultSchema } from '#lib/domain/drill/result.ts';
import type { Database } from './client.ts';
import { brokenRule, guarded, storeFailed } from './fault.ts';
import { ownedBy } from './owned.ts';
import { drillAnswers, drillCards, drillReviews, practiceDays } from './schema.ts';

interface Owned {
  id: string;
  ownerId: string;
}

const answerRecordSchema = z.object({
  ownerId: z.string(),
  id: z.string(),
  exerciseId: z.string(),
  storyId: z.string().nullable(),
  at: z.number(),
  answer: exerciseAnswerSchema,
  result: exerciseResultSchema.nullable(),
});
export type AnswerRecord = z.infer<typeof answerRecordSchema>;

const ofAnswer = ({ id, ownerId }: Owned) => ownedBy(drillAnswers, ownerId, eq(drillAnswers.id, id));

/** Stores an answer before anything is made of it. `taken`: this id has been stored already. `gone`: its story was deleted. */
export async function insertAnswer(
  database: Database,
  record: Omit<AnswerRecord, 'result'>,
): Promise<'stored' | 'taken' | 'gone'> {
  try {
    await database.insert(drillAnswers).values(record);
    return 'stored';
  } catch (error) {
    const violation = await brokenRule(error, () =>
      database.select({ id: drillAnswers.id }).from(drillAnswers).where(ofAnswer(record)),
    );
    if (violation === 'unique') return 'taken';
    if (violation === 'foreign_key') return 'gone';
    throw storeFailed(error);
  }
}

export async function findAnswer(database: Database, answer: Owned): Promise<AnswerRecord | null> {
  const [row] = await guarded(() => database.select().from(drillAnswers).where(ofAnswer(answer)));
  return row ? answerRecordSchema.parse(row) : null;
}

/** The owner's answers to an exercise that have a result, newest first. */
export async function listAnswers(
  database: Database,
  { ownerId, exerciseId, limit }: { ownerId: string; exerciseId: string; limit: number },
): Promise<AnswerRecord[]> {
  const rows = await guarded(() =>
    database
      .select()
      .from(drillAnswers)
      .where(
        ownedBy(
          drillAnswers,
          ownerId,
          eq(drillAnswers.exerciseId, exerciseId),
          isNotNull(drillAnswers.result),
        ),
      )
      .orderBy(desc(drillAnswers.at), desc(drillAnswers.id))
      .limit(limit),
  );
  return z.array(answerRecordSchema).parse(rows);
}

export interface Review {
  answer: Pick<AnswerRecord, 'ownerId' | 'id' | 'exerciseId' | 'storyId' | 'at'>;
  result: ExerciseResult;
  /** null where the result does not count: nothing is scheduled then. */
  counted: { score: number; grade: (typeof recallGrades)[number]; card: Card } | null;
  /** Where the time counts: the person's own day, and the seconds the exercise was planned with. */
  practice: { day: string; seconds: number };
}

/**
 * Stores what came of an answer, all or nothing: the result, the review, the card, the day.
 * `taken`: it was stored already, and nothing is counted twice. `gone`: the answer or its story was deleted meanwhile.
 */
export async function storeReview(database: Database, review: Review): Promise<'stored' | 'taken' | 'gone'> {
  const { answer, result, counted, practice } = review;
  const { ownerId, id: answerId, exerciseId, storyId, at } = answer;
  const stored = await findAnswer(database, { id: answerId, ownerId });
  if (!stored) return 'gone';
  if (stored.result) return 'taken';
  const settle = database
    .update(drillAnswers)
    .set({ result })
    .where(and(ofAnswer({ id: answerId, ownerId }), isNull(drillAnswers.result)));
  const day = database
    .insert(practiceDays)
    .values({ ownerId, day: practice.day, exercises: 1, seconds: practice.seconds })
    .onConflictDoUpdate({
      target: [practiceDays.ownerId, practiceDays.day],
      set: {
        exercises: sql`${practiceDays.exercises} + 1`,
        seconds: sql`${practiceDays.seconds} + ${practice.seconds}`,
      },
    });
  try {
    if (!counted) {
      await database.batch([settle]);
      return 'stored';
    }
    const { score, grade, card } = counted;
    // The review goes first: the same answer a second time breaks its key, and takes the rest back with it.
    await database.batch([
      database.insert(drillReviews).values({ ownerId, answerId, exerciseId, at, score, grade }),
      settle,
      database
        .insert(drillCards)
        .values({ ownerId, exerciseId, storyId, due: card.due, card })
        .onConflictDoUpdate({
          target: [drillCards.ownerId, drillCards.exerciseId],
          set: { due: card.due, card },
        }),
      day,
    ]);
    return 'stored';
  } catch (error) {
    const violation = await brokenRule(error, () =>
      database
        .select({ answerId: drillReviews.answerId })
        .from(drillReviews)
        .where(ownedBy(drillReviews, ownerId, eq(drillReviews.answerId, answerId))),
    );
    if (violation === 'unique') return 'taken';
    if (violation === 'foreign_key') return 'gone';
    throw storeFailed(error);
  }
}

export async function findCard(
  database: Database,
  { ownerId, exerciseId }: { ownerId: string; exerciseId: string },
): Promise<Card | null> {
  const [row] = await guarded(() =>
    database
      .select({ card: drillCards.card })
      .from(drillCards)
      .where(ownedBy(drillCards, ownerId, eq(drillCards.exerciseId, exerciseId))),
  );
  return row ? cardSchema.parse(row.card) : null;
}

const dueSchema = z.array(z.object({ exerciseId: z.string(), due: z.number() }));

/** When each exercise the owner has practised comes back, in milliseconds since the epoch. */
export async function listDue(database: Database, ownerId: string): Promise<Map<string, number>> {
  const rows = await guarded(() =>
    database
      .select({ exerciseId: drillCards.exerciseId, due: drillCards.due })
      .from(drillCards)
      .where(ownedBy(drillCards, ownerId)),
  );
  return new Map(dueSchema.parse(rows).map(({ exerciseId, due }) => [exerciseId, due]));
}

const reviewRowSchema = z.object({
  exerciseId: z.string(),
  at: z.number(),
  score: z.number(),
  grade: z.enum(recallGrades),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

/** The owner's reviews, oldest first. */
export async function listReviews(database: Database, ownerId: string): Promise<ReviewRow[]> {
  const rows = await guarded(() =>
    database
      .select({
        exerciseId: drillReviews.exerciseId,
        at: drillReviews.at,
        score: drillReviews.score,
        grade: drillReviews.grade,
      })
      .from(drillReviews)
      .where(ownedBy(drillReviews, ownerId))
      .orderBy(asc(drillReviews.at), asc(drillReviews.answerId)),
  );
  return z.array(reviewRowSchema).parse(rows);
}

const practiceDaySchema = z.object({ day: z.string(), exercises: z.number(), seconds: z.number() });
export type PracticeDay = z.infer<typeof practiceDaySchema>;

/** The days the owner practised on, oldest first. */
export async function listPracticeDays(database: Database, ownerId: string): Promise<PracticeDay[]> {
  const rows = await guarded(() =>
    database
      .select({ day: practiceDays.day, exercises: practiceDays.exercises, seconds: practiceDays.seconds })
      .from(practiceDays)
      .where(ownedBy(practiceDays, ownerId))
      .orderBy(asc(practiceDays.day)),
  );
  return z.array(practiceDaySchema).parse(rows);
}
