import { listLoops as listRecords } from '#lib/db/loops.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import type { ServiceContext } from '../context.ts';
import { loopViewOf } from './get-loop.ts';
import { openLoop } from './loop-log.ts';

/** The owner's loops, newest first. */
export async function listLoops({ context }: { context: ServiceContext }): Promise<LoopView[]> {
  const { database, library, ownerId } = context;
  if (ownerId === null) return [];
  const records = await listRecords(database, ownerId);
  const logs = await Promise.all(records.map(({ id }) => openLoop(context, id)));
  return logs.map((log) => loopViewOf(log, library));
}
