import { eq, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import {
  drillAnswers,
  drillCards,
  drillReviews,
  interviews,
  limitBuckets,
  loops,
  owners,
  practiceDays,
  stories,
  studyMarks,
  usage,
} from './schema.ts';

/**
 * Makes everything of one owner another one's, all or nothing, and the first owner no more. What both have is made one:
 * a part read twice counts from the first time, days of practice add up, an exercise keeps the card that was reviewed
 * last, and an answer with the same id is the same answer, sent twice. `at`: milliseconds since the epoch.
 */
export async function mergeOwner(
  database: Database,
  { from, to, at }: { from: string; to: string; at: number },
): Promise<void> {
  if (from === to) return;
  await guarded(() =>
    database.batch([
      database.insert(owners).values({ id: to, createdAt: at }).onConflictDoNothing(),
      database.update(interviews).set({ ownerId: to }).where(eq(interviews.ownerId, from)),
      database.update(loops).set({ ownerId: to }).where(eq(loops.ownerId, from)),
      database.update(stories).set({ ownerId: to }).where(eq(stories.ownerId, from)),
      database.update(usage).set({ ownerId: to }).where(eq(usage.ownerId, from)),
      database.run(sql`
        insert into ${studyMarks} (owner_id, scenario_id, part, at)
        select ${to}, scenario_id, part, at from ${studyMarks} where owner_id = ${from}
        on conflict do update set at = min(at, excluded.at)`),
      // Copied, not renamed: an answer and its review name each other by owner and id.
      database.run(sql`
        insert into ${drillAnswers} (owner_id, id, exercise_id, story_id, at, answer, result)
        select ${to}, id, exercise_id, story_id, at, answer, result from ${drillAnswers} where owner_id = ${from}
        on conflict do nothing`),
      database.run(sql`
        insert into ${drillReviews} (owner_id, answer_id, exercise_id, at, score, grade)
        select ${to}, answer_id, exercise_id, at, score, grade from ${drillReviews} where owner_id = ${from}
        on conflict do nothing`),
      database.run(sql`
        insert into ${drillCards} (owner_id, exercise_id, story_id, due, card)
        select ${to}, exercise_id, story_id, due, card from ${drillCards} where owner_id = ${from}
        on conflict do update set story_id = excluded.story_id, due = excluded.due, card = excluded.card
        where json_extract(excluded.card, '$.lastReview') > json_extract(card, '$.lastReview')`),
      database.run(sql`
        insert into ${practiceDays} (owner_id, day, exercises, seconds)
        select ${to}, day, exercises, seconds from ${practiceDays} where owner_id = ${from}
        on conflict do update set
          exercises = exercises + excluded.exercises, seconds = seconds + excluded.seconds`),
      database.delete(limitBuckets).where(eq(limitBuckets.subject, from)),
      // What was copied above goes with its owner.
      database.delete(owners).where(eq(owners.id, from)),
    ]),
  );
}
