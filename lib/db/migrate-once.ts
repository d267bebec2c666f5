import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@libsql/client';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { newestMigration } from './newest-migration.ts';
import { isMigrated } from './readiness.ts';

/** After so long whoever holds the lock is taken to have died. */
const leaseSeconds = 120;
const pauseMilliseconds = 100;

/**
 * Brings the schema up to date, once however many processes start together: whoever holds the lock applies what is
 * missing, the others wait until it is done. The lock is a row whose age the store's own clock tells, so that a holder
 * that died holds nobody up for longer than the lease.
 * @throws BarRaiserError store_failed when the lock is never free; the driver's error when a migration fails.
 */
export async function migrateOnce(
  client: Client,
  database: LibSQLDatabase<Record<string, unknown>>,
  migrationsFolder: string,
): Promise<void> {
  const newest = newestMigration(migrationsFolder);
  if (await isUpToDate(client, database, newest)) return;
  await client.execute(
    'create table if not exists __migration_lock (name text primary key, holder text not null, until integer not null)',
  );
  const holder = randomUUID();
  const attempts = ((leaseSeconds + 10) * 1000) / pauseMilliseconds;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await takeLock(client, holder)) {
      try {
        await migrate(database, { migrationsFolder });
      } finally {
        await client.execute({ sql: 'delete from __migration_lock where holder = ?', args: [holder] });
      }
      return;
    }
    await wait(pauseMilliseconds);
    if (await isUpToDate(client, database, newest)) return;
  }
  throw new BarRaiserError('store_failed', 'Another process has been migrating the store for too long.');
}

async function takeLock(client: Client, holder: string): Promise<boolean> {
  const { rowsAffected } = await client.execute({
    sql: `insert into __migration_lock (name, holder, until) values ('migrate', ?, unixepoch() + ?)
      on conflict (name) do update set holder = excluded.holder, until = excluded.until where until < unixepoch()`,
    args: [holder, leaseSeconds],
  });
  return rowsAffected === 1;
}

async function isUpToDate(
  client: Client,
  database: LibSQLDatabase<Record<string, unknown>>,
  newest: number,
): Promise<boolean> {
  const { rows } = await client.execute(
    "select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'",
  );
  return rows.length > 0 && (await isMigrated(database, newest));
}
