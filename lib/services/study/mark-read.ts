import { findScenario } from '#lib/content/library.ts';
import { ensureOwner } from '#lib/db/owners.ts';
import { insertStudyMark } from '#lib/db/study-marks.ts';
import type { StudyPart } from '#lib/domain/study-progress.ts';
import type { ServiceContext } from '../context.ts';
import { notFound } from '../interview-log.ts';

/**
 * Remembers that a part of a scenario was read; read again, it stays as it is.
 * @throws BarRaiserError unknown_scenario, not_found for nobody.
 */
export async function markRead({
  context,
  input,
}: {
  context: ServiceContext;
  input: { scenarioId: string; part: StudyPart };
}): Promise<void> {
  const { database, library, clock, ownerId } = context;
  if (ownerId === null) throw notFound();
  const { id: scenarioId } = findScenario(library, input.scenarioId);
  const at = clock();
  await ensureOwner(database, { id: ownerId, at });
  await insertStudyMark(database, { ownerId, scenarioId, part: input.part, at });
}
