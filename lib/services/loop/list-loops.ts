import { listLoopInterviewIds, listLoops as listRecords } from '#lib/db/loops.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import type { ServiceContext } from '../context.ts';
import { loopViewOf } from './get-loop.ts';
import { openLoop } from './loop-log.ts';

/** The owner's loops, newest first, `atMost` of them: each is rebuilt from its interviews. */
export async function listLoops({
  context,
  input = {},
}: {
  context: ServiceContext;
  input?: { atMost?: number };
}): Promise<LoopView[]> {
  const { database, library, ownerId } = context;
  if (ownerId === null) return [];
  const records = await listRecords(database, ownerId, input.atMost);
  const logs = await Promise.all(records.map(({ id }) => openLoop(context, id)));
  return logs.map((log) => loopViewOf(log, library));
}

/** The ids of the interviews that are questions of the owner's loops. */
export async function interviewsInLoops({ context }: { context: ServiceContext }): Promise<Set<string>> {
  const { database, ownerId } = context;
  return new Set(ownerId === null ? [] : await listLoopInterviewIds(database, ownerId));
}
