import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth, magicLink } from 'better-auth/plugins';
import { authAdapter } from '#lib/db/auth-adapter.ts';
import type { Database } from '#lib/db/client.ts';
import { type Account, accountId } from '#lib/domain/account.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { createMailer } from './mail.ts';
import type { SignInSettings } from './settings.ts';

/** Signing in, whatever library does it. Cookies come as values of Set-Cookie headers. */
export interface SignIn {
  /** How one can sign in here: by a link sent by e-mail, with a provider of this name. */
  methods: { email: boolean; provider: string | null };
  /** Who this browser is signed in as. */
  accountOf(headers: Headers): Promise<Account | null>;
  /** Sends a link. @throws BarRaiserError sign_in_off, sign_in_failed. */
  sendLink(input: { email: string; headers: Headers }): Promise<void>;
  /** Where the browser has to go to sign in. @throws BarRaiserError sign_in_off, sign_in_failed. */
  beginProvider(headers: Headers): Promise<{ url: string; cookies: string[] }>;
  /** Answers a browser that comes back from its provider or from its e-mail. */
  handleReturn(request: Request): Promise<Response>;
  signOut(headers: Headers): Promise<string[]>;
}

/** Where a browser goes that has signed in, and where one that could not. */
export const arrivalPath = '/api/account/arrive';
export const accountPath = '/account';
export const linkPath = '/account/link';

const provider = 'oidc';
const linkMinutes = 15;
const sessionSeconds = 90 * 24 * 60 * 60;

export async function createSignIn(settings: SignInSettings, database: Database): Promise<SignIn> {
  const auth = createAuth(settings, database);
  const { oidc, email } = settings;
  return {
    methods: { email: email !== null, provider: oidc?.name ?? null },
    accountOf: async (headers) => {
      const found = await auth.api.getSession({ headers });
      if (!found) return null;
      const { id, name, email: address, createdAt } = found.user;
      return { id, name, email: address, createdAt: createdAt.getTime() };
    },
    sendLink: async ({ email: address, headers }) => {
      if (!email) throw signInOff();
      const body = { email: address, callbackURL: arrivalPath };
      await attempted(() => auth.api.signInMagicLink({ body, headers }));
    },
    beginProvider: async (headers) => {
      if (!oidc) throw signInOff();
      const body = {
        provider,
        callbackURL: arrivalPath,
        errorCallbackURL: accountPath,
        disableRedirect: true,
      };
      const begun = await attempted(() => auth.api.signInSocial({ body, headers, returnHeaders: true }));
      if (!('url' in begun.response) || !begun.response.url) throw signInFailed();
      return { url: begun.response.url, cookies: begun.headers.getSetCookie() };
    },
    handleReturn: async (request) => {
      const response = await auth.handler(request);
      // A person stands at the other end, whatever went wrong: the page says it.
      return response.status >= 300 && response.status < 400
        ? response
        : new Response(null, { status: 303, headers: { location: `${accountPath}?error=sign_in_failed` } });
    },
    signOut: async (headers) =>
      (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie(),
  };
}

function createAuth({ publicUrl, secret, oidc, email }: SignInSettings, database: Database) {
  const send = email && createMailer(email);
  return betterAuth({
    appName: 'Bar Raiser',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: authAdapter(database),
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    // Requests are limited by our own limits, which all copies share.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    onAPIError: { errorURL: `${publicUrl}${accountPath}` },
    logger: { level: 'error', log: (level, message) => console.error(`sign-in ${level}: ${message}`) },
    advanced: {
      cookiePrefix: 'bar-raiser',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: ({ model }) => (model === 'user' ? accountId(randomUUID()) : randomUUID()) },
    },
    databaseHooks: {
      // Nothing is kept that is not needed: no browser's name, no token that would open the provider's doors.
      session: {
        create: { before: async (session) => ({ data: { ...session, userAgent: null, ipAddress: null } }) },
      },
      account: {
        create: {
          before: async (identity) => ({
            data: { ...identity, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    account: { updateAccountOnSignIn: false },
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        storeToken: 'hashed',
        sendMagicLink: async ({ email: to, token }) => {
          const link = new URL(linkPath, publicUrl);
          link.searchParams.set('token', token);
          await send?.({ to, link: link.href, minutes: linkMinutes });
        },
      }),
      genericOAuth({
        config: oidc
          ? [
              {
                providerId: provider,
                name: oidc.name,
                discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
                requireIdTokenVerification: true,
                clientId: oidc.clientId,
                clientSecret: oidc.clientSecret,
                scopes: ['openid', 'email', 'profile'],
                disableProviderLogout: true,
                // Some providers give no name; the e-mail address is shown then.
                mapProfileToUser: ({ name, email: address }) => ({ name: name ?? address ?? '' }),
              },
            ]
          : [],
      }),
    ],
  });
}

/** What the library throws is told as one fault, whose cause the log names; our own faults pass. */
async function attempted<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (BarRaiserError.isInstance(error)) throw error;
    throw signInFailed(error);
  }
}

export function signInOff(): BarRaiserError {
  return new BarRaiserError('sign_in_off', 'Signing in this way is not set up on this server.');
}

function signInFailed(cause?: unknown): BarRaiserError {
  return new BarRaiserError(
    'sign_in_failed',
    'Signing in is not possible right now. Please try again later.',
    {
      cause,
    },
  );
}
