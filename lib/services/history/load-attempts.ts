import { listScorecards, writeMissingScorecards } from '#lib/db/scorecards.ts';
import type { Attempt } from '#lib/domain/history/attempt.ts';
import type { ServiceContext } from '../context.ts';

/** The owner's interviews that have a debrief and their own vote, oldest first. */
export async function loadAttempts({ database, library, ownerId }: ServiceContext): Promise<Attempt[]> {
  if (ownerId === null) return [];
  await writeMissingScorecards(database, ownerId);
  const scored = await listScorecards(database, ownerId);
  const questions = new Map(library.scenarios.map(({ id, question }) => [id, question]));
  return scored.map((interview) => ({
    ...interview,
    question: questions.get(interview.scenarioId) ?? interview.scenarioId,
  }));
}
