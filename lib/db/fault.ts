import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { storeMessage } from './store-message.ts';

/** What the store says about a write that broke a rule of the schema. */
export type Violation = 'unique' | 'foreign_key';

const violations: Record<string, Violation> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign_key',
};

/** The rule a failed write broke, read from SQLite's own (extended) code, or null when it failed otherwise or a server does not tell. */
export function violationOf(error: unknown): Violation | null {
  const fault = libsqlError(error);
  return fault ? (violations[fault.extendedCode ?? fault.code] ?? null) : null;
}

/**
 * The rule a failed insert broke, on any store. A libSQL server gives SQLite's code without its second half and says no
 * more than that a rule was broken (hrana 2, libsql-server/src/hrana/stmt.rs): then the store is asked whether the key
 * is in use; if it is not, what the row belongs to is gone.
 */
export async function brokenRule(
  error: unknown,
  isInUse: () => Promise<readonly unknown[]>,
): Promise<Violation | null> {
  if (libsqlError(error)?.code !== 'SQLITE_CONSTRAINT' || libsqlError(error)?.extendedCode) {
    return violationOf(error);
  }
  return (await guarded(isInUse)).length > 0 ? 'unique' : 'foreign_key';
}

/** Whether the store refused because somebody else was writing. */
export function isBusy(error: unknown): boolean {
  return ['SQLITE_BUSY', 'TRANSACTION_BUSY'].includes(libsqlError(error)?.code ?? '');
}

/**
 * Runs a query. A driver's error holds the statement with its parameters, which are a candidate's words: it never
 * leaves the store. What leaves is `store_failed` with SQLite's code as its cause.
 */
export async function guarded<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (error) {
    throw storeFailed(error);
  }
}

export function storeFailed(error: unknown): BarRaiserError {
  const fault = libsqlError(error);
  const code = fault ? (fault.extendedCode ?? fault.code) : null;
  return new BarRaiserError('store_failed', storeMessage(code), {
    cause: new Error(code ?? 'unknown driver error'),
  });
}

/** Recognised by its shape: a bundled server may hold the driver more than once, and instanceof knows one of them. */
const libsqlErrorSchema = z.object({
  code: z.string().regex(/^(SQLITE|TRANSACTION|HRANA|SERVER_ERROR)/),
  extendedCode: z.string().optional(),
});

function libsqlError(error: unknown): z.infer<typeof libsqlErrorSchema> | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const parsed = libsqlErrorSchema.safeParse(cause);
    if (parsed.success) return parsed.data;
  }
  return null;
}
