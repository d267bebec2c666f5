import { sumUsage } from '#lib/db/usage.ts';
import type { Spent } from '#lib/domain/usage.ts';
import type { ServiceContext } from './context.ts';
import { openLog } from './interview-log.ts';

/**
 * What one of the owner's interviews has spent on models; null where none was asked.
 * @throws BarRaiserError not_found.
 */
export async function getSpent({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string };
}): Promise<Spent | null> {
  const { record } = await openLog(context, input.interviewId);
  const spent = await sumUsage(context.database, { interviewId: record.id });
  return spent.tokens === 0 && spent.unpriced === 0 && spent.dollars === 0 ? null : spent;
}
