import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';

/** What the store says about a write that broke a rule of the schema. */
export type Violation = 'unique' | 'foreign_key';

const violations: Record<string, Violation> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign_key',
};

/** The rule a failed write broke, read from SQLite's own (extended) code, or null when it failed otherwise. */
export function violationOf(error: unknown): Violation | null {
  const fault = libsqlError(error);
  return fault ? (violations[fault.extendedCode ?? fault.code] ?? null) : null;
}

/** Whether the store refused because somebody else was writing. */
export function isBusy(error: unknown): boolean {
  return libsqlError(error)?.code === 'SQLITE_BUSY';
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
  return new BarRaiserError('store_failed', 'The interview could not be stored or read. Please try again.', {
    cause: new Error(fault ? (fault.extendedCode ?? fault.code) : 'unknown driver error'),
  });
}

/** Recognised by its shape: a bundled server may hold the driver more than once, and instanceof knows one of them. */
const libsqlErrorSchema = z.object({
  code: z.string().startsWith('SQLITE'),
  extendedCode: z.string().optional(),
});

function libsqlError(error: unknown): z.infer<typeof libsqlErrorSchema> | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const parsed = libsqlErrorSchema.safeParse(cause);
    if (parsed.success) return parsed.data;
  }
  return null;
}
