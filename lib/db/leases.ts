import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { leases } from './schema.ts';

export interface Lease {
  name: string;
  holder: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Milliseconds that must have passed since anybody took it. */
  atLeastAfter: number;
}

/**
 * Takes on what one copy does for all; whether it is ours now. Of copies that ask at once one is told yes. A lease that
 * was taken in the future was taken before the clock was set back, and is free.
 */
export async function takeLease(
  database: Database,
  { name, holder, now, atLeastAfter }: Lease,
): Promise<boolean> {
  const taken = await guarded(() =>
    database
      .insert(leases)
      .values({ name, holder, takenAt: now })
      .onConflictDoUpdate({
        target: leases.name,
        set: { holder, takenAt: now },
        setWhere: sql`${leases.takenAt} <= ${now - atLeastAfter} or ${leases.takenAt} > ${now}`,
      })
      .returning({ name: leases.name }),
  );
  return taken.length > 0;
}
