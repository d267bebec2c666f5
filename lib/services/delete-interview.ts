import { deleteInterview as deleteRecord } from '#lib/db/interviews.ts';
import type { ServiceContext } from './context.ts';
import { notFound } from './interview-log.ts';

/**
 * Deletes one of the owner's interviews with everything said in it.
 * @throws BarRaiserError not_found.
 */
export async function deleteInterview({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<void> {
  const { database, ownerId } = context;
  const deleted = ownerId !== null && (await deleteRecord(database, { id: input.interviewId, ownerId }));
  if (!deleted) throw notFound();
}
