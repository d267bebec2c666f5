import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { interviews, limitBuckets, owners, usage, users, verifications, workPlaces } from './schema.ts';

/**
 * Deletes an owner with everything that is theirs, and the account that goes with it, all or nothing. What models cost
 * stays, nameless. In a database file the words are overwritten, and the write-ahead log that still held them is emptied.
 */
export async function deleteOwner(database: Database, ownerId: string): Promise<void> {
  const own = database.select({ id: interviews.id }).from(interviews).where(eq(interviews.ownerId, ownerId));
  const email = sql`(select ${users.email} from ${users} where ${users.id} = ${ownerId})`;
  await guarded(() =>
    database.batch([
      database
        .update(usage)
        .set({ interviewId: null, ownerId: null })
        .where(or(eq(usage.ownerId, ownerId), inArray(usage.interviewId, own))),
      database.delete(limitBuckets).where(eq(limitBuckets.subject, ownerId)),
      database.delete(workPlaces).where(eq(workPlaces.subject, ownerId)),
      database.delete(verifications).where(sql`instr(${verifications.value}, ${email}) > 0`),
      database.delete(users).where(eq(users.id, ownerId)),
      database.delete(owners).where(eq(owners.id, ownerId)),
    ]),
  );
  await emptyLog(database);
}

/** Only a database of our own has a log that we can empty; while another copy reads, it is emptied by a later call. */
export async function emptyLog(database: Database): Promise<void> {
  if (database.$client.protocol !== 'file') return;
  await guarded(() => database.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)'));
}
