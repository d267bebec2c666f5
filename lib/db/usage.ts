import { and, asc, eq, gte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Spent, type UsageRecord, usageRecordSchema } from '#lib/domain/usage.ts';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { interviews, usage } from './schema.ts';

/** Stores one request to a model. */
export async function insertUsage(database: Database, record: UsageRecord): Promise<void> {
  const { prompt, ...fields } = record;
  const stamp = { promptId: prompt.id, promptVersion: prompt.version, promptHash: prompt.hash };
  const milliseconds = Math.round(record.milliseconds);
  // Whose interview it is counts for the owner's daily budget, and must outlive the interview.
  const ownerId = ownerOfInterview(record.interviewId);
  await guarded(() => database.insert(usage).values({ ...fields, ...stamp, milliseconds, ownerId }));
}

/** Whoever's it is; null once it is deleted. */
function ownerOfInterview(id: string | null): SQL {
  return sql`(select ${interviews.ownerId} from ${interviews} where ${interviews.id} = ${id})`;
}

const spentSchema = z.object({ tokens: z.number(), dollars: z.number(), unpriced: z.number() });

/** What was spent in an interview, by the owner of one or by everybody since a moment (milliseconds since the epoch). */
export async function sumUsage(
  database: Database,
  scope: { interviewId: string } | { ownerOf: string; since: number } | { since: number },
): Promise<Spent> {
  const where =
    'interviewId' in scope
      ? eq(usage.interviewId, scope.interviewId)
      : and(
          gte(usage.at, scope.since),
          'ownerOf' in scope ? eq(usage.ownerId, ownerOfInterview(scope.ownerOf)) : undefined,
        );
  const [row] = await guarded(() =>
    database
      .select({
        tokens: sql`coalesce(sum(coalesce(${usage.inputTokens}, 0) + coalesce(${usage.outputTokens}, 0)), 0)`,
        dollars: sql`coalesce(sum(${usage.estimatedCost}), 0)`,
        unpriced: sql`coalesce(sum(${usage.estimatedCost} is null), 0)`,
      })
      .from(usage)
      .where(where),
  );
  return spentSchema.parse(row);
}

/** The requests of an interview, in the order they were sent. */
export async function listUsage(database: Database, interviewId: string): Promise<UsageRecord[]> {
  const rows = await guarded(() =>
    database
      .select()
      .from(usage)
      .where(eq(usage.interviewId, interviewId))
      .orderBy(asc(usage.at), asc(usage.id)),
  );
  return z.array(usageRecordSchema).parse(
    rows.map(({ id: _, ownerId: __, promptId, promptVersion, promptHash, ...fields }) => ({
      ...fields,
      prompt: { id: promptId, version: promptVersion, hash: promptHash },
    })),
  );
}
