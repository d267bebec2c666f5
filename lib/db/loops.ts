import { asc, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { InterviewEvent } from '#lib/domain/interview-event.ts';
import { type LoopEvent, loopEventSchema } from '#lib/domain/loop/loop-event.ts';
import type { Database } from './client.ts';
import { eventRow } from './events.ts';
import { guarded, storeFailed, violationOf } from './fault.ts';
import type { InterviewRecord } from './interviews.ts';
import { ownedBy } from './owned.ts';
import { events, interviews, loopEvents, loops, usage } from './schema.ts';

const loopRecordSchema = z.object({
  id: z.string(),
  ownerId: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type LoopRecord = z.infer<typeof loopRecordSchema>;

interface Owned {
  id: string;
  ownerId: string;
}

/** Stores a new loop with its plan, all or nothing. */
export async function insertLoop(
  database: Database,
  { id, ownerId, planned }: Owned & { planned: LoopEvent },
): Promise<void> {
  const { at } = planned;
  await guarded(() =>
    database.batch([
      database.insert(loops).values({ id, ownerId, createdAt: at, updatedAt: at }),
      database.insert(loopEvents).values(loopEventRow(id, 1, planned)),
    ]),
  );
}

/** The owner's loop, or null: someone else's is as unknown as one that never was. */
export async function findLoop(database: Database, { id, ownerId }: Owned): Promise<LoopRecord | null> {
  const [row] = await guarded(() =>
    database
      .select()
      .from(loops)
      .where(ownedBy(loops, ownerId, eq(loops.id, id))),
  );
  return row ? loopRecordSchema.parse(row) : null;
}

/** The owner's loops, newest first, `atMost` of them. */
export async function listLoops(database: Database, ownerId: string, atMost = -1): Promise<LoopRecord[]> {
  const rows = await guarded(() =>
    database
      .select()
      .from(loops)
      .where(ownedBy(loops, ownerId))
      .orderBy(desc(loops.createdAt), desc(loops.id))
      .limit(atMost),
  );
  return z.array(loopRecordSchema).parse(rows);
}

/** The interviews that are questions of the owner's loops. */
export async function listLoopInterviewIds(database: Database, ownerId: string): Promise<string[]> {
  const rows = await guarded(() =>
    database
      .select({ payload: loopEvents.payload })
      .from(loopEvents)
      .innerJoin(loops, eq(loops.id, loopEvents.loopId))
      .where(ownedBy(loops, ownerId, eq(loopEvents.type, 'question_opened'))),
  );
  const events = z.array(loopEventSchema).parse(rows.map(({ payload }) => payload));
  return events.flatMap((event) => (event.type === 'question_opened' ? [event.interviewId] : []));
}

/** The events of a loop in order; the n-th has the sequence n. */
export async function readLoopEvents(database: Database, loopId: string): Promise<LoopEvent[]> {
  const rows = await guarded(() =>
    database
      .select({ payload: loopEvents.payload })
      .from(loopEvents)
      .where(eq(loopEvents.loopId, loopId))
      .orderBy(asc(loopEvents.sequence)),
  );
  return z.array(loopEventSchema).parse(rows.map(({ payload }) => payload));
}

/**
 * Appends the event that is expected to have this sequence, and with it the interview it opens, if it does: both or
 * none. `outrun`: someone else appended first; nothing was written. `gone`: the loop was deleted meanwhile.
 */
export async function appendLoopEvent(
  database: Database,
  append: Owned & {
    sequence: number;
    event: LoopEvent;
    opens?: { record: InterviewRecord; events: readonly InterviewEvent[] };
  },
): Promise<'stored' | 'outrun' | 'gone'> {
  const { id, ownerId, sequence, event, opens } = append;
  try {
    await database.batch([
      database.insert(loopEvents).values(loopEventRow(id, sequence, event)),
      database
        .update(loops)
        .set({ updatedAt: event.at })
        .where(ownedBy(loops, ownerId, eq(loops.id, id))),
      ...(opens
        ? [
            database.insert(interviews).values(opens.record),
            ...opens.events.map((each, index) =>
              database.insert(events).values(eventRow(opens.record.id, index + 1, each)),
            ),
          ]
        : []),
    ]);
    return 'stored';
  } catch (error) {
    const violation = violationOf(error);
    if (violation === 'unique') return 'outrun';
    if (violation === 'foreign_key') return 'gone';
    throw storeFailed(error);
  }
}

/**
 * Deletes the owner's loop with these interviews of theirs and everything said in them, all or nothing; whether there
 * was one. What they cost stays, nameless.
 */
export async function deleteLoop(
  database: Database,
  { id, ownerId, interviewIds }: Owned & { interviewIds: readonly string[] },
): Promise<boolean> {
  const own = database
    .select({ id: interviews.id })
    .from(interviews)
    .where(ownedBy(interviews, ownerId, inArray(interviews.id, [...interviewIds])));
  const [, , deleted] = await guarded(() =>
    database.batch([
      database
        .update(usage)
        .set({ interviewId: null })
        .where(ownedBy(usage, ownerId, inArray(usage.interviewId, own))),
      database
        .delete(interviews)
        .where(ownedBy(interviews, ownerId, inArray(interviews.id, [...interviewIds]))),
      database
        .delete(loops)
        .where(ownedBy(loops, ownerId, eq(loops.id, id)))
        .returning({ id: loops.id }),
    ]),
  );
  return deleted.length > 0;
}

function loopEventRow(loopId: string, sequence: number, event: LoopEvent) {
  return { loopId, sequence, type: event.type, at: event.at, payload: event };
}
