import { deleteOwner } from '#lib/db/delete-owner.ts';
import type { ServiceContext } from '../context.ts';

/** Deletes everything that is kept of the owner, and their account. Nobody has nothing, and nothing is done. */
export async function deleteAccount({
  context: { database, ownerId },
}: {
  context: Pick<ServiceContext, 'database' | 'ownerId'>;
}): Promise<void> {
  if (ownerId !== null) await deleteOwner(database, ownerId);
}
