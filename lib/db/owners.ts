import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { owners } from './schema.ts';

/** Makes the owner known; one that is known already stays as it is. */
export async function ensureOwner(database: Database, owner: { id: string; at: number }): Promise<void> {
  await guarded(() =>
    database.insert(owners).values({ id: owner.id, createdAt: owner.at }).onConflictDoNothing(),
  );
}
