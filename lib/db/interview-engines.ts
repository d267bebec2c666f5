import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { ownedBy } from './owned.ts';
import { events, interviews } from './schema.ts';

const rowSchema = z.object({ id: z.string(), engine: z.string() });

/** The engine each of the owner's interviews was opened to be read by: interview id -> engine id. */
export async function listEngines(database: Database, ownerId: string): Promise<Map<string, string>> {
  const rows = await guarded(() =>
    database
      .select({
        id: interviews.id,
        engine: sql`coalesce(json_extract(${events.payload}, '$.engines.grading'), json_extract(${events.payload}, '$.engine'))`,
      })
      .from(interviews)
      .innerJoin(events, and(eq(events.interviewId, interviews.id), eq(events.sequence, 1)))
      .where(ownedBy(interviews, ownerId)),
  );
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ id, engine }) => [id, engine]),
  );
}
