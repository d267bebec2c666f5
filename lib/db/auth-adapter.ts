import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Database } from './client.ts';
import { identities, sessions, users, verifications } from './schema.ts';

/** The tables of signing in, as the library that does it wants them. Without transactions: see client.ts. */
export function authAdapter(database: Database) {
  return drizzleAdapter(database, {
    provider: 'sqlite',
    schema: { user: users, session: sessions, account: identities, verification: verifications },
    transaction: false,
  });
}
