import { deleteLoop as deleteRecord } from '#lib/db/loops.ts';
import type { ServiceContext } from '../context.ts';
import { loopNotFound, openLoop } from './loop-log.ts';

/**
 * Deletes one of the owner's loops with its interviews and everything said in them.
 * @throws BarRaiserError not_found.
 */
export async function deleteLoop({
  context,
  input,
}: {
  context: ServiceContext;
  input: { loopId: string };
}): Promise<void> {
  const { record, state } = await openLoop(context, input.loopId);
  const interviewIds = Object.values(state.opened);
  const { id, ownerId } = record;
  if (!(await deleteRecord(context.database, { id, ownerId, interviewIds }))) throw loopNotFound();
}
