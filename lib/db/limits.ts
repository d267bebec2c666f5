import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { limitBuckets, workPlaces } from './schema.ts';

export interface Bucket {
  kind: string;
  subject: string;
  /** How often in how many milliseconds. */
  limit: number;
  window: number;
  /** Milliseconds since the epoch. */
  now: number;
}

const rowSchema = z.object({ fullAt: z.number() });

/**
 * Takes one from a bucket that holds `limit` and fills evenly over `window`, in one statement, so that copies that ask
 * at once never take more than there is (the generic cell rate algorithm: the row holds when the bucket is full again).
 * A row further ahead than the window was written before the clock was set back; it counts as full.
 * Gives 0, or the milliseconds until there is one to take.
 */
export async function takeFromBucket(
  database: Database,
  { kind, subject, limit, window, now }: Bucket,
): Promise<number> {
  const interval = window / limit;
  const latest = now + window;
  const { fullAt } = limitBuckets;
  const [taken] = await guarded(() =>
    database
      .insert(limitBuckets)
      .values({ kind, subject, fullAt: now + interval })
      .onConflictDoUpdate({
        target: [limitBuckets.kind, limitBuckets.subject],
        set: {
          fullAt: sql`case when ${fullAt} > ${latest + 1} then ${now} else max(${fullAt}, ${now}) end + ${interval}`,
        },
        // Half a millisecond for what adding up fractions costs.
        setWhere: sql`${fullAt} <= ${latest - interval + 0.5} or ${fullAt} > ${latest + 1}`,
      })
      .returning({ fullAt }),
  );
  if (taken) return 0;
  const [row] = await guarded(() =>
    database
      .select({ fullAt })
      .from(limitBuckets)
      .where(and(eq(limitBuckets.kind, kind), eq(limitBuckets.subject, subject))),
  );
  return row ? Math.max(1, rowSchema.parse(row).fullAt - (latest - interval)) : 1;
}

export interface Place {
  /** What is worked on: asked for again, it keeps its place. */
  id: string;
  subject: string;
  limit: number;
  now: number;
  /** Milliseconds after which a place that was not given back is free. */
  expiresAfter: number;
}

/** Takes one of the subject's places for work under way. `held`: this work has one already. */
export async function takePlace(
  database: Database,
  { id, subject, limit, now, expiresAfter }: Place,
): Promise<'taken' | 'held' | 'none'> {
  const expiresAt = now + expiresAfter;
  const rows = await guarded(() =>
    database.all(sql`
      insert into work_places (id, subject, taken_at, expires_at)
      select ${id}, ${subject}, ${now}, ${expiresAt}
      where (select count(*) from work_places
             where subject = ${subject} and id <> ${id} and expires_at > ${now}) < ${limit}
      on conflict (id) do update set
        taken_at = case when expires_at > ${now} then taken_at else ${now} end,
        expires_at = ${expiresAt}
      returning taken_at as "takenAt"`),
  );
  const [row] = z.array(z.object({ takenAt: z.number() })).parse(rows);
  if (!row) return 'none';
  return row.takenAt === now ? 'taken' : 'held';
}

export async function freePlace(database: Database, id: string): Promise<void> {
  await guarded(() => database.delete(workPlaces).where(eq(workPlaces.id, id)));
}

/** Removes what no longer limits anybody. */
export async function deleteStaleLimits(database: Database, now: number): Promise<void> {
  await guarded(() =>
    database.batch([
      database.delete(limitBuckets).where(lt(limitBuckets.fullAt, now)),
      database.delete(workPlaces).where(lt(workPlaces.expiresAt, now)),
    ]),
  );
}
