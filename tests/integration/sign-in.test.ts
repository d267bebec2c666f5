import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { identities, sessions, users, verifications } from '#lib/db/schema.ts';
import { processContext } from '#lib/services/context.ts';
import { freshProcess, openBrowser } from '#tests/support/routes.ts';
import { Jar } from '#tests/support/sign-in/jar.ts';
import { type MailServer, startMailServer } from '#tests/support/sign-in/mail-server.ts';
import { type OidcProvider, startOidcProvider } from '#tests/support/sign-in/oidc-provider.ts';

// The library that signs people in is loaded here for the first time, and every sign-in goes over the network.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
});

function configured(variables: Record<string, string>): void {
  vi.stubEnv('PUBLIC_URL', 'http://localhost:3000');
  vi.stubEnv('AUTH_SECRET', 'a'.repeat(40));
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  freshProcess();
}

async function withProvider(): Promise<OidcProvider> {
  const provider = await startOidcProvider();
  onTestFinished(provider.close);
  configured({
    AUTH_OIDC_ISSUER: provider.issuer,
    AUTH_OIDC_CLIENT_ID: provider.clientId,
    AUTH_OIDC_CLIENT_SECRET: provider.clientSecret,
  });
  return provider;
}

async function withMail(): Promise<MailServer> {
  const mail = await startMailServer();
  onTestFinished(mail.close);
  configured({ AUTH_SMTP_URL: mail.url, AUTH_EMAIL_FROM: 'Bar Raiser <no-reply@example.org>' });
  return mail;
}

async function signInByProvider(browser: Jar): Promise<string> {
  const begun = await browser.send('POST', '/api/account/sign-in', { method: 'provider' });
  expect(begun.status).toBe(200);
  const { url }: { url: string } = await begun.json();
  return browser.follow(url);
}

const tokenIn = (mail: MailServer) => {
  const link = /http:\/\/localhost:3000\/account\/link\?token=(\w+)/.exec(mail.mails.at(-1)?.text ?? '');
  if (!link?.[1]) throw new Error(`no link in ${JSON.stringify(mail.mails)}`);
  return link[1];
};
const verifyPath = (token: string) =>
  `/api/auth/magic-link/verify?${new URLSearchParams({ token, callbackURL: '/api/account/arrive', errorCallbackURL: '/account' })}`;

describe('with OpenID Connect', () => {
  test('the history comes along, a second browser shows it, signing out leaves a stranger', async () => {
    const provider = await withProvider();
    const first = new Jar();
    const before = await first.start();
    expect(await signInByProvider(first)).toBe('/account');
    expect(await first.interviewIds()).toEqual([before]);
    const during = await first.start();

    const second = new Jar();
    const alsoThere = await second.start();
    expect(await signInByProvider(second)).toBe('/account');
    expect((await second.interviewIds()).sort()).toEqual([before, during, alsoThere].sort());
    expect((await first.interviewIds()).sort()).toEqual([before, during, alsoThere].sort());

    const session = new Map(first.cookies);
    expect((await first.send('POST', '/api/account/sign-out')).status).toBe(204);
    expect([...first.cookies.keys()].filter((name) => name === 'owner')).toEqual([]);
    expect(await first.interviewIds()).toEqual([]);
    expect(await first.interviewIds()).not.toContain(await first.start());
    // The cookies of a session that was ended open nothing any more, neither together nor one alone.
    for (const [name, value] of session) first.cookies.set(name, value);
    expect(await first.interviewIds()).toEqual([]);

    provider.person = { sub: 'grace', email: 'grace@example.org' };
    const other = new Jar();
    expect(await signInByProvider(other)).toBe('/account');
    expect(await other.interviewIds()).toEqual([]);
    expect((await other.send('GET', `/api/interviews/${before}`)).status).toBe(404);
  });

  test('signing in to another account moves nothing from the first', async () => {
    const provider = await withProvider();
    const browser = new Jar();
    const adas = await browser.start();
    await signInByProvider(browser);
    provider.person = { sub: 'grace', email: 'grace@example.org' };
    await signInByProvider(browser);
    expect(await browser.interviewIds()).toEqual([]);
    provider.person = { sub: 'ada', email: 'ada@example.org', name: 'Ada' };
    await signInByProvider(browser);
    expect(await browser.interviewIds()).toEqual([adas]);
  });

  test.for(['key', 'nonce'] as const)('a token with a forged %s signs nobody in', async (forge) => {
    const provider = await withProvider();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    provider.forge = forge;
    const browser = new Jar();
    const kept = await browser.start();
    expect(await signInByProvider(browser)).toMatch(/^\/account\?error=/);
    expect(await browser.interviewIds()).toEqual([kept]);
    expect(await (await processContext()).database.select().from(sessions)).toEqual([]);
    vi.mocked(console.error).mockClear();
  });

  test('what a browser did not begin, it does not finish', async () => {
    await withProvider();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const [attacker, victim] = [new Jar(), new Jar()];
    const kept = await victim.start();
    const begun = await attacker.send('POST', '/api/account/sign-in', { method: 'provider' });
    const { url }: { url: string } = await begun.json();
    const back = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
    expect(await victim.follow(back)).toMatch(/^\/account\?error=/);
    expect(await victim.interviewIds()).toEqual([kept]);
    vi.mocked(console.error).mockClear();
  });

  test.for(['callback/oidc?code=x&state=y', 'callback/oidc?error=access_denied&state=y', 'callback/oidc'])(
    'who comes back with nothing that was begun, %s, finds a page that says so',
    async (path) => {
      await withProvider();
      vi.spyOn(console, 'error').mockImplementation(() => {});
      expect(await new Jar().follow(`/api/auth/${path}`)).toMatch(/^\/account\?error=\w+/);
      vi.mocked(console.error).mockClear();
    },
  );

  test('a provider that is down is told in a sentence, and asked again at the next try', async () => {
    const provider = await startOidcProvider();
    await provider.close();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    configured({
      AUTH_OIDC_ISSUER: provider.issuer,
      AUTH_OIDC_CLIENT_ID: 'x',
      AUTH_OIDC_CLIENT_SECRET: 'y',
    });
    const answer = await new Jar().send('POST', '/api/account/sign-in', { method: 'provider' });
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ error: { code: 'sign_in_failed' } });
    vi.mocked(console.error).mockClear();
  });

  test('neither tokens of the provider nor the browser are kept', async () => {
    await withProvider();
    await signInByProvider(new Jar());
    const { database } = await processContext();
    const [identity] = await database.select().from(identities);
    expect(identity).toMatchObject({
      accountId: 'ada',
      accessToken: null,
      refreshToken: null,
      idToken: null,
    });
    const [session] = await database.select().from(sessions);
    expect([session?.userAgent ?? '', session?.ipAddress ?? '']).toEqual(['', '']);
  });
});

describe('with a link by e-mail', () => {
  test('the link signs in once, and takes the history along', async () => {
    const mail = await withMail();
    const browser = new Jar();
    const kept = await browser.start();
    const begun = await browser.send('POST', '/api/account/sign-in', {
      method: 'email',
      email: ' Ada@Example.org ',
    });
    expect([begun.status, await begun.json()]).toEqual([200, { url: null }]);
    expect(mail.mails.map(({ to }) => to)).toEqual(['ada@example.org']);
    const token = tokenIn(mail);
    const { database } = await processContext();
    expect(JSON.stringify(await database.select().from(verifications))).not.toContain(token);
    expect(await browser.follow(verifyPath(token))).toBe('/account');
    expect(await browser.interviewIds()).toEqual([kept]);
    expect(await new Jar().follow(verifyPath(token))).toMatch(/^\/account\?error=INVALID_TOKEN/);
  });

  test("somebody else's link takes nothing along and changes nothing before the person says so", async () => {
    const mail = await withMail();
    const [attacker, victim] = [new Jar(), new Jar()];
    const kept = await victim.start();
    await attacker.send('POST', '/api/account/sign-in', { method: 'email', email: 'eve@example.org' });
    expect(await victim.follow(verifyPath(tokenIn(mail)))).toBe('/account');
    expect(await victim.interviewIds()).toEqual([kept]);
    const started = await victim.start();
    expect(await victim.interviewIds()).toContain(started);

    // It was the person's own, opened on another device: one press, and they are in.
    const answer = await victim.send('POST', '/api/account/arrive');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account']);
    expect((await victim.interviewIds()).sort()).toEqual([kept, started].sort());
    const [user] = await (await processContext()).database.select().from(users);
    expect(user?.email).toBe('eve@example.org');
  });

  test('links to one address are limited, and a mail server that refuses is told', async () => {
    const mail = await withMail();
    vi.stubEnv('LIMIT_SIGN_IN_LINKS_HOUR', '2');
    const send = (email: string) =>
      new Jar().send('POST', '/api/account/sign-in', { method: 'email', email });
    expect((await send('ada@example.org')).status).toBe(200);
    expect((await send('ADA@example.org')).status).toBe(200);
    const refused = await send('ada@example.org');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1800');
    expect(mail.mails).toHaveLength(2);
    expect((await send('not an address')).status).toBe(400);
    mail.refuse();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const failed = await send('grace@example.org');
    expect(await failed.json()).toMatchObject({ error: { code: 'sign_in_failed' } });
    expect(vi.mocked(console.error).mock.calls.flat().join()).not.toContain('grace');
    vi.mocked(console.error).mockClear();
  });
});

describe('with both', () => {
  const linked = async (mail: MailServer, email: string): Promise<Jar> => {
    const browser = new Jar();
    await browser.send('POST', '/api/account/sign-in', { method: 'email', email });
    expect(await browser.follow(verifyPath(tokenIn(mail)))).toBe('/account');
    return browser;
  };
  const withBoth = async () => {
    const [provider, mail] = await Promise.all([startOidcProvider(), startMailServer()]);
    onTestFinished(provider.close);
    onTestFinished(mail.close);
    configured({
      AUTH_OIDC_ISSUER: provider.issuer,
      AUTH_OIDC_CLIENT_ID: provider.clientId,
      AUTH_OIDC_CLIENT_SECRET: provider.clientSecret,
      AUTH_SMTP_URL: mail.url,
      AUTH_EMAIL_FROM: 'no-reply@example.org',
    });
    return { provider, mail };
  };

  test('an address that the provider says is verified is the same account either way', async () => {
    const { mail } = await withBoth();
    const byLink = await linked(mail, 'ada@example.org');
    const kept = await byLink.start();
    const byProvider = new Jar();
    expect(await signInByProvider(byProvider)).toBe('/account');
    expect(await byProvider.interviewIds()).toEqual([kept]);
  });

  test('an address that nobody verified opens no account that is there', async () => {
    const { provider, mail } = await withBoth();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const byLink = await linked(mail, 'ada@example.org');
    const kept = await byLink.start();
    provider.person = { sub: 'mallory', email: 'ada@example.org', email_verified: false };
    const mallory = new Jar();
    expect(await signInByProvider(mallory)).toBe('/account?error=account_not_linked');
    expect(await mallory.interviewIds()).toEqual([]);
    expect(await byLink.interviewIds()).toEqual([kept]);
    vi.mocked(console.error).mockClear();
  });

  test('who took an address that was not theirs loses it to whoever proves it', async () => {
    const { provider, mail } = await withBoth();
    provider.person = { sub: 'mallory', email: 'ada@example.org', email_verified: false };
    const mallory = new Jar();
    expect(await signInByProvider(mallory)).toBe('/account');
    const ada = await linked(mail, 'ada@example.org');
    const kept = await ada.start();
    expect(await mallory.interviewIds()).toEqual([]);
    expect(await ada.interviewIds()).toEqual([kept]);
  });
});

test('deleting everything takes the account and every session with it', async () => {
  await withProvider();
  const [first, second] = [new Jar(), new Jar()];
  await first.start();
  await signInByProvider(first);
  await signInByProvider(second);
  expect(await second.interviewIds()).toHaveLength(1);
  expect((await first.send('DELETE', '/api/account')).status).toBe(204);
  const { database } = await processContext();
  for (const table of [users, sessions, identities]) expect(await database.select().from(table)).toEqual([]);
  expect(await second.interviewIds()).toEqual([]);
  expect([...first.cookies.keys()]).toEqual([]);
  // A browser whose session is over is not told that something was deleted.
  expect((await second.send('DELETE', '/api/account')).status).toBe(404);
});

test('without a set-up nobody signs in, and the library answers nothing', async () => {
  freshProcess();
  const browser = new Jar();
  for (const body of [{ method: 'provider' }, { method: 'email', email: 'ada@example.org' }]) {
    const answer = await browser.send('POST', '/api/account/sign-in', body);
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'sign_in_off' } }]);
  }
  expect((await browser.send('GET', '/api/auth/magic-link/verify?token=x')).status).toBe(404);
  expect(await browser.follow('/api/account/arrive')).toBe('/account?error=sign_in_failed');
  expect((await openBrowser().send('GET', '/api/interviews')).status).toBe(200);
});

test('only the two ways back are open', async () => {
  await withMail();
  for (const path of ['get-session', 'list-sessions', 'sign-out', 'callback/google', 'ok', 'error']) {
    expect((await new Jar().send('GET', `/api/auth/${path}`)).status, path).toBe(404);
  }
});
