import { deleteOwner } from '#lib/db/delete-owner.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { ServiceContext } from '../context.ts';

/**
 * Deletes everything that is kept of the owner, and their account.
 * @throws BarRaiserError not_found for nobody: a person whose session ran out must not believe that all is gone.
 */
export async function deleteAccount({
  context: { database, ownerId },
}: {
  context: Pick<ServiceContext, 'database' | 'ownerId'>;
}): Promise<void> {
  if (ownerId === null) {
    throw new BarRaiserError(
      'not_found',
      'Nothing is kept under the name of this browser. If you were signed in, sign in again and delete it then.',
    );
  }
  await deleteOwner(database, ownerId);
}
