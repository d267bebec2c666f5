import { mergeOwner } from '#lib/db/merge-owner.ts';
import { ensureOwner } from '#lib/db/owners.ts';
import { isAccountId } from '#lib/domain/account.ts';
import type { ServiceContext } from '../context.ts';

/**
 * Takes what this browser has kept so far along to the account that was signed in to. What belongs to another account,
 * which was signed in before, stays there.
 */
export async function arrive({
  context,
  input,
}: {
  context: Pick<ServiceContext, 'database' | 'ownerId' | 'clock'>;
  input: { accountId: string };
}): Promise<void> {
  const { database, ownerId } = context;
  const at = context.clock();
  const to = input.accountId;
  if (ownerId === null || isAccountId(ownerId)) await ensureOwner(database, { id: to, at });
  else await mergeOwner(database, { from: ownerId, to, at });
}
