import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Limits } from '#lib/domain/limits.ts';

const blankAsAbsent = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const upTo = (byDefault: number) =>
  z.preprocess(blankAsAbsent, z.coerce.number().int().min(0).default(byDefault));

const variablesSchema = z.object({
  LIMIT_TURNS_MINUTE: upTo(30),
  LIMIT_DRILL_ANSWERS_MINUTE: upTo(60),
  LIMIT_INTERVIEWS_DAY: upTo(100),
  LIMIT_EXPORTS_HOUR: upTo(20),
  LIMIT_OWNERS_HOUR: upTo(500),
  LIMIT_SIGN_IN_LINKS_HOUR: upTo(5),
  LIMIT_TRANSCRIPTIONS_MINUTE: upTo(40),
  LIMIT_SENTENCES_ALOUD_MINUTE: upTo(60),
  LIMIT_ASSESSMENTS_AT_ONCE: upTo(4),
});

/**
 * The limits the environment sets; 0 switches one off.
 * @throws BarRaiserError bad_request naming the variable that is wrong.
 */
export function readLimits(variables: Readonly<Record<string, string | undefined>>): Limits {
  const parsed = variablesSchema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new BarRaiserError('bad_request', `The environment is not set up right. ${problems.join('; ')}.`);
  }
  const values = parsed.data;
  return {
    turns: values.LIMIT_TURNS_MINUTE,
    drillAnswers: values.LIMIT_DRILL_ANSWERS_MINUTE,
    interviews: values.LIMIT_INTERVIEWS_DAY,
    exports: values.LIMIT_EXPORTS_HOUR,
    owners: values.LIMIT_OWNERS_HOUR,
    signInLinks: values.LIMIT_SIGN_IN_LINKS_HOUR,
    transcriptions: values.LIMIT_TRANSCRIPTIONS_MINUTE,
    sentencesAloud: values.LIMIT_SENTENCES_ALOUD_MINUTE,
    assessmentsAtOnce: values.LIMIT_ASSESSMENTS_AT_ONCE,
  };
}
