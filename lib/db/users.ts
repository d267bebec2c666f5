import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Account } from '#lib/domain/account.ts';
import type { Database } from './client.ts';
import { guarded } from './fault.ts';
import { users } from './schema.ts';

const rowSchema = z.object({ id: z.string(), name: z.string(), email: z.string(), createdAt: z.date() });

export async function findAccount(database: Database, id: string): Promise<Account | null> {
  const { name, email, createdAt } = users;
  const [row] = await guarded(() =>
    database.select({ id: users.id, name, email, createdAt }).from(users).where(eq(users.id, id)),
  );
  if (!row) return null;
  const account = rowSchema.parse(row);
  return { ...account, createdAt: account.createdAt.getTime() };
}
