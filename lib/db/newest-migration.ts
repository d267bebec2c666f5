import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number() })).min(1) });

/** When the newest migration that this version brings was made, in milliseconds. */
export function newestMigration(folder: string = path.join(process.cwd(), 'drizzle')): number {
  const journal = readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8');
  return Math.max(...journalSchema.parse(JSON.parse(journal)).entries.map(({ when }) => when));
}
