import path from 'node:path';
import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';

const optionalText = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

const environmentSchema = z
  .object({
    /** Where the database file and the owner secret live. */
    DATA_DIRECTORY: z.string().trim().min(1).default('./data'),
    /** `file:...`, or a libSQL server. */
    DATABASE_URL: optionalText,
    DATABASE_AUTH_TOKEN: optionalText,
    /** Signs the owner cookie; made into the data directory when not given. Copies behind one address share it. */
    OWNER_SECRET: z.string().trim().min(32).optional(),
    MODEL: optionalText,
  })
  .transform((variables) => {
    const dataDirectory = path.resolve(variables.DATA_DIRECTORY);
    return {
      dataDirectory,
      databaseUrl: variables.DATABASE_URL ?? `file:${path.join(dataDirectory, 'bar-raiser.db')}`,
      databaseAuthToken: variables.DATABASE_AUTH_TOKEN,
      ownerSecret: variables.OWNER_SECRET,
      model: variables.MODEL,
    };
  });
export type Environment = z.infer<typeof environmentSchema>;

/**
 * Reads what is configured by environment variables.
 * @throws BarRaiserError bad_request naming the variable that is wrong.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path: name, message }) => `${name.join('.')}: ${message}`);
  throw new BarRaiserError('bad_request', `The environment is not set up right. ${problems.join('; ')}.`);
}
