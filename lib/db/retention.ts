import { and, inArray, isNotNull, isNull, lt, notExists, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { emptyLog } from './delete-owner.ts';
import { guarded } from './fault.ts';
import { ownerTables } from './owned.ts';
import {
  drillAnswers,
  drillCards,
  interviews,
  loops,
  owners,
  practiceDays,
  sessions,
  stories,
  storyUses,
  studyMarks,
  usage,
  users,
  verifications,
} from './schema.ts';

/**
 * Deletes what nobody touched since `before` (milliseconds since the epoch), all or nothing: interviews, stories that
 * were neither changed nor taken to an interview nor drilled, answers and cards of exercises, days of practice, study
 * marks; then the owners and accounts that have nothing left. What models cost stays, nameless.
 */
export async function deleteUntouched(database: Database, before: number): Promise<void> {
  const old = database.select({ id: interviews.id }).from(interviews).where(lt(interviews.updatedAt, before));
  const usesLeft = database
    .select({ one: sql`1` })
    .from(storyUses)
    .where(sql`${storyUses.storyId} = ${stories.id}`);
  const answersLeft = database
    .select({ one: sql`1` })
    .from(drillAnswers)
    .where(sql`${drillAnswers.storyId} = ${stories.id}`);
  await guarded(() =>
    database.batch([
      database.update(usage).set({ interviewId: null }).where(inArray(usage.interviewId, old)),
      database.update(usage).set({ ownerId: null }).where(lt(usage.at, before)),
      database.delete(interviews).where(lt(interviews.updatedAt, before)),
      database.delete(loops).where(lt(loops.updatedAt, before)),
      database.delete(drillAnswers).where(lt(drillAnswers.at, before)),
      database
        .delete(stories)
        .where(and(lt(stories.updatedAt, before), notExists(usesLeft), notExists(answersLeft))),
      database.delete(drillCards).where(sql`json_extract(${drillCards.card}, '$.lastReview') < ${before}`),
      database.delete(practiceDays).where(lt(practiceDays.day, new Date(before).toISOString().slice(0, 10))),
      database.delete(studyMarks).where(lt(studyMarks.at, before)),
      database
        .delete(users)
        .where(and(lt(users.updatedAt, new Date(before)), noSessionSince(before), ...ownsNothing(users.id))),
      database
        .delete(owners)
        .where(
          and(
            lt(owners.createdAt, before),
            notInArray(owners.id, database.select({ id: users.id }).from(users)),
            ...ownsNothing(owners.id),
          ),
        ),
    ]),
  );
  await emptyLog(database);
}

/** Takes the owner out of what deleted interviews cost before `before`: it counts for no budget any more. */
export async function forgetOldSpending(database: Database, before: number): Promise<void> {
  await guarded(() =>
    database
      .update(usage)
      .set({ ownerId: null })
      .where(and(isNull(usage.interviewId), isNotNull(usage.ownerId), lt(usage.at, before))),
  );
}

/** Removes sign-ins that ran out. `now`: milliseconds since the epoch. */
export async function deleteExpiredSignIns(database: Database, now: number): Promise<void> {
  await guarded(() =>
    database.batch([
      database.delete(sessions).where(lt(sessions.expiresAt, new Date(now))),
      database.delete(verifications).where(lt(verifications.expiresAt, new Date(now))),
    ]),
  );
}

function noSessionSince(before: number): SQL {
  return sql`not exists (select 1 from ${sessions} where ${sessions.userId} = ${users.id}
    and ${sessions.createdAt} >= ${before})`;
}

/** What models cost is nothing of theirs to keep an owner for. */
function ownsNothing(id: SQL | typeof owners.id | typeof users.id): SQL[] {
  const kept = Object.values(ownerTables).filter((table) => table !== usage);
  return kept.map((table) => sql`not exists (select 1 from ${table} where ${table.ownerId} = ${id})`);
}
