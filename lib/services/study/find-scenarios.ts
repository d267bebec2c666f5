import { readingMinutes } from '#lib/domain/reading-time.ts';
import { type ScenarioFilter, searchScenarios } from '#lib/domain/scenario-search.ts';
import { type ReadSoFar, readSoFar } from '#lib/domain/study-progress.ts';
import type { ServiceContext } from '../context.ts';
import { type ScenarioSummary, summaryOf } from '../list-scenarios.ts';
import { readParts } from './read-parts.ts';

export interface StudyEntry extends ScenarioSummary {
  readingMinutes: number;
  read: ReadSoFar;
}

/** The scenarios a search lets through, the best match first, with the time each takes to read and how far the owner is. */
export async function findScenarios({
  context,
  input,
}: {
  context: Pick<ServiceContext, 'library' | 'database' | 'ownerId'>;
  input: ScenarioFilter;
}): Promise<StudyEntry[]> {
  const read = await readParts({ context });
  return searchScenarios(context.library.scenarios, input).map((scenario) => ({
    ...summaryOf(scenario),
    readingMinutes: readingMinutes(scenario),
    read: readSoFar(read.get(scenario.id) ?? []),
  }));
}
