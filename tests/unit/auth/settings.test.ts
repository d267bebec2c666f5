import { expect, test } from 'vitest';
import { readSignInSettings } from '#lib/auth/settings.ts';

const secret = 's'.repeat(32);
const base = { PUBLIC_URL: 'https://interviews.example.org/somewhere', AUTH_SECRET: secret };
const oidc = {
  AUTH_OIDC_ISSUER: 'https://id.example.org/realm/',
  AUTH_OIDC_CLIENT_ID: 'client',
  AUTH_OIDC_CLIENT_SECRET: 'hush',
};
const email = { AUTH_SMTP_URL: 'smtp://mail.example.org', AUTH_EMAIL_FROM: 'a@example.org' };

test('signing in is off unless a way is set up; a secret and an address alone set up none', () => {
  expect(readSignInSettings({})).toBeNull();
  expect(readSignInSettings({ ...base, AUTH_OIDC_ISSUER: ' ', AUTH_SMTP_URL: '' })).toBeNull();
});

test('each way is taken as it is set, with the origin of the public address', () => {
  expect(readSignInSettings({ ...base, ...oidc })).toEqual({
    publicUrl: 'https://interviews.example.org',
    secret,
    oidc: {
      issuer: 'https://id.example.org/realm',
      clientId: 'client',
      clientSecret: 'hush',
      name: 'id.example.org',
    },
    email: null,
  });
  expect(readSignInSettings({ ...base, ...email })).toMatchObject({
    oidc: null,
    email: { smtpUrl: 'smtp://mail.example.org', from: 'a@example.org' },
  });
  expect(readSignInSettings({ ...base, ...oidc, AUTH_OIDC_NAME: 'Example' })?.oidc?.name).toBe('Example');
});

test.for([
  [{ ...oidc }, /needs AUTH_SECRET, PUBLIC_URL/],
  [{ ...base, ...oidc, AUTH_OIDC_CLIENT_SECRET: '' }, /OpenID Connect needs AUTH_OIDC_CLIENT_SECRET/],
  [{ ...base, AUTH_EMAIL_FROM: 'a@example.org' }, /e-mail links needs AUTH_SMTP_URL/],
  [{ ...base, ...email, AUTH_SECRET: 'short' }, /AUTH_SECRET: a secret has at least 32 characters/],
  [{ ...base, ...email, AUTH_SMTP_URL: 'https://mail.example.org' }, /AUTH_SMTP_URL/],
  [{ ...base, ...email, PUBLIC_URL: 'interviews.example.org' }, /PUBLIC_URL/],
] as const)('half a set-up is refused by name: %j', ([variables, message]) => {
  expect(() => readSignInSettings(variables)).toThrowError(
    expect.objectContaining({ code: 'bad_request', message: expect.stringMatching(message) }),
  );
});
