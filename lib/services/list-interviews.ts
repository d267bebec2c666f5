import { listInterviews as listRecords } from '#lib/db/interviews.ts';
import type { InterviewSummary } from '#lib/domain/interview-view.ts';
import { principleNames } from '#lib/domain/principle.ts';
import { unvalidatedCriteria } from '#lib/domain/unvalidated.ts';
import type { ServiceContext } from './context.ts';

/** The owner's interviews, newest first. An interview on a scenario that left the library is listed by its id. */
export async function listInterviews({ context }: { context: ServiceContext }): Promise<InterviewSummary[]> {
  const { database, library, ownerId } = context;
  if (ownerId === null) return [];
  const records = await listRecords(database, ownerId);
  return records.map(({ id, scenarioId, level, phase, createdAt, updatedAt, ...record }) => {
    const scenario = library.scenarios.find((candidate) => candidate.id === scenarioId);
    return {
      id,
      scenarioId,
      question: scenario?.question ?? scenarioId,
      principleName: scenario ? principleNames[scenario.principle] : '',
      level,
      phase,
      createdAt,
      updatedAt,
      candidateTurns: record.candidateTurns,
      vote: record.selfVoteGiven ? record.vote : null,
      unvalidated: scenario !== undefined && unvalidatedCriteria(scenario.principle).length > 0,
    };
  });
}
