import { setTimeout as wait } from 'node:timers/promises';
import { newestMigration } from '#lib/db/newest-migration.ts';
import { isMigrated } from '#lib/db/readiness.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { ProcessContext } from './context.ts';
import { isStopping } from './stopping.ts';

/** Why a process should be sent nobody now. */
export type Unready =
  | 'shutting_down'
  | 'starting'
  | 'store_slow'
  | 'store_failed'
  | 'store_not_migrated'
  | 'library_empty';

/** How long the store may take to answer. */
const patienceMilliseconds = 1_000;

/** Whether this process can hold interviews now: null, or the first reason why not. */
export async function checkReadiness(
  process: () => Promise<Pick<ProcessContext, 'database' | 'library'>>,
): Promise<Unready | null> {
  if (isStopping()) return 'shutting_down';
  const enough = new AbortController();
  let step: Unready = 'starting';
  const check = async (): Promise<Unready | null> => {
    const { database, library } = await process();
    if (library.scenarios.length === 0) return 'library_empty';
    step = 'store_slow';
    return (await isMigrated(database, newestMigration())) ? null : 'store_not_migrated';
  };
  const late = wait(patienceMilliseconds, undefined, { signal: enough.signal }).then(
    () => step,
    () => null,
  );
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    return 'store_failed';
  } finally {
    enough.abort();
  }
}
