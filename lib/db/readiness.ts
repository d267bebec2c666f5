import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { z } from 'zod';
import { guarded } from './fault.ts';

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })).min(1) });
const appliedSchema = z.object({ latest: z.coerce.number().nullable() });

/** When the newest migration that this version brings was made, in milliseconds. */
export function newestMigration(folder: string = path.join(process.cwd(), 'drizzle')): number {
  const journal = readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8');
  return Math.max(...journalSchema.parse(JSON.parse(journal)).entries.map(({ when }) => when));
}

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
