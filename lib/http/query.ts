import { z } from 'zod';

/** The first value of a name that stands in an address more than once. */
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/**
 * A value of an address that is taken when it fits its schema and left otherwise: nobody typed it into a form, and a
 * stale link must still open its page.
 */
export function optionalInQuery<S extends z.ZodType>(schema: S) {
  return z.preprocess(first, schema.optional().catch(undefined));
}
