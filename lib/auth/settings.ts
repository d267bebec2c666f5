import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const url = (protocol: RegExp) => text.pipe(z.url({ protocol }).optional());

const variablesSchema = z.object({
  PUBLIC_URL: url(/^https?$/),
  AUTH_SECRET: text.pipe(z.string().min(32, 'a secret has at least 32 characters').optional()),
  AUTH_OIDC_ISSUER: url(/^https?$/),
  AUTH_OIDC_CLIENT_ID: text,
  AUTH_OIDC_CLIENT_SECRET: text,
  AUTH_OIDC_NAME: text,
  AUTH_SMTP_URL: url(/^smtps?$/),
  AUTH_EMAIL_FROM: text,
});

export interface SignInSettings {
  /** Where people reach this server, without a path: what links and redirects are made of, never a request's Host. */
  publicUrl: string;
  secret: string;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  email: { smtpUrl: string; from: string } | null;
}

/**
 * What the environment says of signing in; null when it says nothing of it, and everybody stays anonymous.
 * @throws BarRaiserError bad_request naming what is wrong or missing: half a set-up must not pass for none.
 */
export function readSignInSettings(
  variables: Readonly<Record<string, string | undefined>>,
): SignInSettings | null {
  const parsed = variablesSchema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw fault(problems.join('; '));
  }
  const values = parsed.data;
  const oidc = wholly(
    ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_CLIENT_ID', 'AUTH_OIDC_CLIENT_SECRET'] as const,
    values,
    'OpenID Connect',
  );
  const email = wholly(['AUTH_SMTP_URL', 'AUTH_EMAIL_FROM'] as const, values, 'e-mail links');
  if (!oidc && !email) return null;
  const { AUTH_SECRET, PUBLIC_URL } = required(['AUTH_SECRET', 'PUBLIC_URL'] as const, values, 'Signing in');
  return {
    publicUrl: new URL(PUBLIC_URL).origin,
    secret: AUTH_SECRET,
    oidc: oidc && {
      issuer: oidc.AUTH_OIDC_ISSUER.replace(/\/+$/, ''),
      clientId: oidc.AUTH_OIDC_CLIENT_ID,
      clientSecret: oidc.AUTH_OIDC_CLIENT_SECRET,
      name: values.AUTH_OIDC_NAME ?? new URL(oidc.AUTH_OIDC_ISSUER).host,
    },
    email: email && { smtpUrl: email.AUTH_SMTP_URL, from: email.AUTH_EMAIL_FROM },
  };
}

type Values = z.infer<typeof variablesSchema>;

/** The variables of a method: all of them, or null when none is set. */
function wholly<N extends keyof Values>(
  names: readonly N[],
  values: Values,
  what: string,
): Record<N, string> | null {
  return names.some((name) => values[name] !== undefined) ? required(names, values, what) : null;
}

function required<N extends keyof Values>(
  names: readonly N[],
  values: Values,
  what: string,
): Record<N, string> {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw fault(`${what} needs ${missing.join(', ')} as well`);
  const schema = z.record(z.enum(names), z.string());
  return schema.parse(Object.fromEntries(names.map((name) => [name, values[name]])));
}

function fault(problem: string): BarRaiserError {
  return new BarRaiserError('bad_request', `The environment is not set up right. ${problem}.`);
}
