import type { Database } from '#lib/db/client.ts';
import { readEvents } from '#lib/db/events.ts';
import { events, interviewScores, interviews } from '#lib/db/schema.ts';
import { seededRandom } from '#lib/domain/seeded-random.ts';
import type { ServiceContext } from '#lib/services/context.ts';
import { endInterview } from '#lib/services/end-interview.ts';
import { openLog } from '#lib/services/interview-log.ts';
import { selfVote } from '#lib/services/self-vote.ts';
import { attempt } from './attempts.ts';
import { holdInterview, started } from './world.ts';

const day = 24 * 60 * 60 * 1000;

/** Holds one whole interview to its debrief and its own vote: its id. */
export async function debriefed(context: ServiceContext): Promise<string> {
  const interviewId = await started(context);
  await holdInterview(context, interviewId);
  await Array.fromAsync(await endInterview({ context, input: { interviewId } }));
  await selfVote({ context, input: { interviewId, vote: null } });
  return interviewId;
}

/**
 * Stores `count` copies of a held interview with all their events, a day apart, on the questions of the library in
 * turn, by two engines; their scores are drawn. `scored`: with their scorecards.
 */
export async function storeCopies(
  context: ServiceContext,
  interviewId: string,
  { count, scored = true, ownerId }: { count: number; scored?: boolean; ownerId: string },
): Promise<string[]> {
  const { database, library } = context;
  const { record } = await openLog(context, interviewId);
  const told = await readEvents(database, interviewId);
  const random = seededRandom('history');
  const ids = Array.from({ length: count }, (_, index) => `copy-${ownerId}-${index + 1}`);
  for (const [index, id] of ids.entries()) {
    const scenario = library.scenarios[index % library.scenarios.length];
    const engine = index % 3 === 0 ? 'openai:scripted' : 'embedded';
    const principle = scenario?.principle ?? 'ownership';
    const { scorecard } = attempt({ day: index, engine, principle, scores: () => random() * 3 });
    const row = {
      ...record,
      ...(scored ? { vote: scorecard.votes.sde2.vote } : {}),
      id,
      ownerId,
      scenarioId: scored ? (scenario?.id ?? record.scenarioId) : record.scenarioId,
      createdAt: record.createdAt + (index + 1) * day,
    };
    await database.insert(interviews).values(row);
    await storeEvents(database, id, told);
    if (scored) {
      await database.insert(interviewScores).values({ interviewId: id, scorecard });
    }
  }
  return ids;
}

async function storeEvents(
  database: Database,
  interviewId: string,
  told: readonly { type: string; at: number }[],
) {
  await database.insert(events).values(
    told.map((event, index) => ({
      interviewId,
      sequence: index + 1,
      type: event.type,
      clientTurnId: null,
      at: event.at,
      payload: event,
    })),
  );
}
