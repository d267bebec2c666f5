import path from 'node:path';
import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';

const optionalText = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();

const secret = z.string().min(32, 'a secret has at least 32 characters');
const blankAsAbsent = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

const environmentSchema = z
  .object({
    /** Where the database file and the owner secret live. */
    DATA_DIRECTORY: z.string().trim().min(1).default('./data'),
    /** `file:...`, or a libSQL server. */
    DATABASE_URL: optionalText,
    DATABASE_AUTH_TOKEN: optionalText,
    /**
     * Signs the owner cookie; made into the data directory when not given. Copies behind one address share it. Several,
     * separated by commas: the first signs, all are believed, so that it can be changed without anybody losing theirs.
     */
    OWNER_SECRET: optionalText
      .transform((value) => value?.split(',').map((secret) => secret.trim()))
      .pipe(z.tuple([secret], secret).optional()),
    /** Proxies in front of this server that append to X-Forwarded-For. */
    TRUST_PROXY: z.preprocess(blankAsAbsent, z.coerce.number().int().min(0).max(10).default(0)),
    /** What was not touched for so many days is deleted; 0: nothing is. */
    RETENTION_DAYS: z.preprocess(blankAsAbsent, z.coerce.number().int().min(0).default(0)),
    MODEL: optionalText,
  })
  .transform((variables) => {
    const dataDirectory = path.resolve(variables.DATA_DIRECTORY);
    return {
      dataDirectory,
      databaseUrl: variables.DATABASE_URL ?? `file:${path.join(dataDirectory, 'bar-raiser.db')}`,
      databaseAuthToken: variables.DATABASE_AUTH_TOKEN,
      ownerSecrets: variables.OWNER_SECRET,
      trustedProxies: variables.TRUST_PROXY,
      retentionDays: variables.RETENTION_DAYS,
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
