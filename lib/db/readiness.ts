import { sql } from 'drizzle-orm';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { z } from 'zod';
import { guarded } from './fault.ts';

const appliedSchema = z.object({ latest: z.coerce.number().nullable() });

/**
 * Whether the store answers with a schema this version can work with: all of its migrations applied, or newer ones.
 * @throws BarRaiserError store_failed.
 */
export async function isMigrated(
  database: LibSQLDatabase<Record<string, unknown>>,
  newest: number,
): Promise<boolean> {
  const row = await guarded(() =>
    database.get(sql`select max(created_at) as latest from __drizzle_migrations`),
  );
  return (appliedSchema.parse(row).latest ?? 0) >= newest;
}
