import { takeLease } from '#lib/db/leases.ts';
import { deleteStaleLimits } from '#lib/db/limits.ts';
import { deleteExpiredSignIns, deleteUntouched, forgetOldSpending } from '#lib/db/retention.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { ServiceContext } from './context.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long ago the last one must be: copies that start together are one start; afterwards once a day. */
export const notAgainWithin = { start: 10 * minute, day: day - minute } as const;

/**
 * Removes what is kept no longer: sign-ins and limits that ran out, whose money deleted interviews cost and, where a retention is set, what nobody touched
 * for so many days. Done by one copy only; whether it was this one.
 */
export async function keepHouse({
  context,
  input,
}: {
  context: Pick<ServiceContext, 'database' | 'clock' | 'ids' | 'retentionDays'>;
  input: { occasion: keyof typeof notAgainWithin };
}): Promise<boolean> {
  const { database, retentionDays } = context;
  const now = context.clock();
  const atLeastAfter = notAgainWithin[input.occasion];
  const ours = await takeLease(database, { name: 'housekeeping', holder: context.ids(), now, atLeastAfter });
  if (!ours) return false;
  await deleteStaleLimits(database, now);
  await deleteExpiredSignIns(database, now);
  await forgetOldSpending(database, now - 2 * day);
  if (retentionDays > 0) await deleteUntouched(database, now - retentionDays * day);
  return true;
}

/** Keeps house at the start and then daily, as long as the process lives. A failure is logged and made up for later. */
export async function keepHouseDaily(context: Parameters<typeof keepHouse>[0]['context']): Promise<void> {
  const attempt = async (occasion: keyof typeof notAgainWithin) => {
    try {
      await keepHouse({ context, input: { occasion } });
    } catch (error) {
      if (!BarRaiserError.isInstance(error)) throw error;
      console.error(`${error.code} housekeeping`);
    }
  };
  await attempt('start');
  setInterval(() => void attempt('day'), 60 * minute).unref();
}
