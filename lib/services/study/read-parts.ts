import { listStudyMarks } from '#lib/db/study-marks.ts';
import type { StudyPart } from '#lib/domain/study-progress.ts';
import type { ServiceContext } from '../context.ts';

/** The parts of each scenario that the owner has read, by scenario id; a scenario never opened is absent. */
export async function readParts({
  context: { database, ownerId },
}: {
  context: Pick<ServiceContext, 'database' | 'ownerId'>;
}): Promise<Map<string, StudyPart[]>> {
  const read = new Map<string, StudyPart[]>();
  if (ownerId === null) return read;
  for (const { scenarioId, part } of await listStudyMarks(database, { ownerId })) {
    read.set(scenarioId, [...(read.get(scenarioId) ?? []), part]);
  }
  return read;
}
