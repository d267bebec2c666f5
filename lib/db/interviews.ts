import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import { modeSchema } from '#lib/domain/interview-event.ts';
import { phaseSchema } from '#lib/domain/interview-view.ts';
import { levelSchema } from '#lib/domain/level.ts';
import { voteSchema } from '#lib/domain/verdict.ts';
import type { Database } from './client.ts';
import { eventRow } from './events.ts';
import { guarded } from './fault.ts';
import { ownedBy } from './owned.ts';
import { events, interviews, usage } from './schema.ts';

const interviewRecordSchema = z.object({
  id: z.string(),
  ownerId: z.string(),
  scenarioId: z.string(),
  level: levelSchema,
  mode: modeSchema,
  phase: phaseSchema,
  createdAt: z.number(),
  updatedAt: z.number(),
  candidateTurns: z.number().int(),
  vote: voteSchema.nullable(),
  selfVoteGiven: z.boolean(),
});
export type InterviewRecord = z.infer<typeof interviewRecordSchema>;

/** Stores a new interview with its first events, all or nothing. */
export async function insertInterview(
  database: Database,
  record: InterviewRecord,
  first: readonly InterviewEvent[],
): Promise<void> {
  await guarded(() =>
    database.batch([
      database.insert(interviews).values(record),
      ...first.map((event, index) => database.insert(events).values(eventRow(record.id, index + 1, event))),
    ]),
  );
}

/** The owner's interview, or null: someone else's is as unknown as one that never was. */
export async function findInterview(
  database: Database,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<InterviewRecord | null> {
  const [row] = await guarded(() =>
    database
      .select()
      .from(interviews)
      .where(ownedBy(interviews, ownerId, eq(interviews.id, id))),
  );
  return row ? interviewRecordSchema.parse(row) : null;
}

/** The owner's interviews, newest first. */
export async function listInterviews(database: Database, ownerId: string): Promise<InterviewRecord[]> {
  const rows = await guarded(() =>
    database
      .select()
      .from(interviews)
      .where(ownedBy(interviews, ownerId))
      .orderBy(desc(interviews.createdAt), desc(interviews.id)),
  );
  return z.array(interviewRecordSchema).parse(rows);
}

/** Deletes the owner's interview with everything said in it; whether there was one. What it cost stays, without it. */
export async function deleteInterview(
  database: Database,
  { id, ownerId }: { id: string; ownerId: string },
): Promise<boolean> {
  const deleted = await guarded(() =>
    database
      .delete(interviews)
      .where(ownedBy(interviews, ownerId, eq(interviews.id, id)))
      .returning({ id: interviews.id }),
  );
  if (deleted.length === 0) return false;
  await guarded(() => database.update(usage).set({ interviewId: null }).where(eq(usage.interviewId, id)));
  return true;
}
