import { and, asc, eq, or } from 'drizzle-orm';
import { z } from 'zod';
import { type InterviewEvent, interviewEventSchema } from '#lib/domain/interview-event.ts';
import type { Database } from './client.ts';
import { brokenRule, guarded, storeFailed } from './fault.ts';
import type { InterviewRecord } from './interviews.ts';
import { events, interviews } from './schema.ts';
import { insertScorecard } from './scorecards.ts';

/** What the list shows of an interview; written with the event that changes it. */
export type InterviewSummaryFields = Pick<
  InterviewRecord,
  'phase' | 'updatedAt' | 'candidateTurns' | 'vote' | 'selfVoteGiven'
>;

/** The events of an interview in order; the n-th has the sequence n. */
export async function readEvents(database: Database, interviewId: string): Promise<InterviewEvent[]> {
  const rows = await guarded(() =>
    database
      .select({ payload: events.payload })
      .from(events)
      .where(eq(events.interviewId, interviewId))
      .orderBy(asc(events.sequence)),
  );
  return z.array(interviewEventSchema).parse(rows.map(({ payload }) => payload));
}

/**
 * Appends the event that is expected to have this sequence, and what the list and the trends show with it.
 * `outrun`: someone else appended first; nothing was written. `gone`: the interview was deleted meanwhile.
 */
export async function appendEvent(
  database: Database,
  append: { interviewId: string; sequence: number; event: InterviewEvent; summary: InterviewSummaryFields },
): Promise<'stored' | 'outrun' | 'gone'> {
  const { interviewId, sequence, event, summary } = append;
  try {
    await database.batch([
      database.insert(events).values(eventRow(interviewId, sequence, event)),
      database.update(interviews).set(summary).where(eq(interviews.id, interviewId)),
      ...(event.type === 'assessed' ? [insertScorecard(database, interviewId, event.report)] : []),
    ]);
    return 'stored';
  } catch (error) {
    const violation = await brokenRule(error, () =>
      database
        .select({ sequence: events.sequence })
        .from(events)
        .where(and(eq(events.interviewId, interviewId), inUse(sequence, event))),
    );
    if (violation === 'unique') return 'outrun';
    if (violation === 'foreign_key') return 'gone';
    throw storeFailed(error);
  }
}

/** What an event shares with no other of its interview: its place, and the id its sender gave it. */
function inUse(sequence: number, event: InterviewEvent) {
  const place = eq(events.sequence, sequence);
  return event.type === 'answered' ? or(place, eq(events.clientTurnId, event.clientTurnId)) : place;
}

export function eventRow(interviewId: string, sequence: number, event: InterviewEvent) {
  return {
    interviewId,
    sequence,
    type: event.type,
    clientTurnId: event.type === 'answered' ? event.clientTurnId : null,
    at: event.at,
    payload: event,
  };
}
