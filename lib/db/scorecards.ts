import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Scorecard, scorecardOf, scorecardSchema } from '#lib/domain/history/scorecard.ts';
import { type Report, reportSchema } from '#lib/domain/report-schema.ts';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { ownedBy } from './owned.ts';
import { events, interviewScores, interviews } from './schema.ts';

/** The insert that goes with a debrief; to be run in its batch. A debrief has one scorecard, whoever writes it first. */
export function insertScorecard(database: Database, interviewId: string, report: Report) {
  return database
    .insert(interviewScores)
    .values({ interviewId, scorecard: scorecardOf(report) })
    .onConflictDoNothing();
}

const rowSchema = z.object({
  interviewId: z.string(),
  scenarioId: z.string(),
  at: z.number(),
  scorecard: scorecardSchema,
});

export interface ScoredInterview {
  interviewId: string;
  scenarioId: string;
  /** When it was begun, in milliseconds since the epoch. */
  at: number;
  scorecard: Scorecard;
}

/** The scorecards of the owner's interviews that have been voted on, oldest first: none is shown before. */
export async function listScorecards(database: Database, ownerId: string): Promise<ScoredInterview[]> {
  const rows = await guarded(() =>
    database
      .select({
        interviewId: interviews.id,
        scenarioId: interviews.scenarioId,
        at: interviews.createdAt,
        scorecard: interviewScores.scorecard,
      })
      .from(interviews)
      .innerJoin(interviewScores, eq(interviewScores.interviewId, interviews.id))
      .where(ownedBy(interviews, ownerId, eq(interviews.selfVoteGiven, true)))
      .orderBy(asc(interviews.createdAt), asc(interviews.id)),
  );
  return z.array(rowSchema).parse(rows);
}

/** Debriefs are read this many at a time. */
const batchSize = 25;

const assessedSchema = z.object({ id: z.string(), payload: z.object({ report: reportSchema }) });

/**
 * Writes the scorecards of the owner's debriefs that were made before scorecards were kept; each is read once, and
 * never again. Gives how many there were.
 */
export async function writeMissingScorecards(database: Database, ownerId: string): Promise<number> {
  const without = await guarded(() =>
    database
      .select({ id: interviews.id })
      .from(interviews)
      .leftJoin(interviewScores, eq(interviewScores.interviewId, interviews.id))
      .where(
        ownedBy(interviews, ownerId, eq(interviews.phase, 'assessed'), isNull(interviewScores.interviewId)),
      ),
  );
  for (let from = 0; from < without.length; from += batchSize) {
    const ids = without.slice(from, from + batchSize).map(({ id }) => id);
    const rows = await guarded(() =>
      database
        .select({ id: events.interviewId, payload: events.payload })
        .from(events)
        .where(and(inArray(events.interviewId, ids), eq(events.type, 'assessed'))),
    );
    const [first, ...others] = z
      .array(assessedSchema)
      .parse(rows)
      .map(({ id, payload }) => insertScorecard(database, id, payload.report));
    if (first) await guarded(() => database.batch([first, ...others]));
  }
  return without.length;
}
