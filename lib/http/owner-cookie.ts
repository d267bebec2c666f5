import { createHmac, timingSafeEqual } from 'node:crypto';

/** One year, in seconds. */
const maxAge = 365 * 24 * 60 * 60;

/**
 * Behind https the name binds the cookie to this very host: no other host of the same domain, and no page over plain
 * http, can put an owner of its choice into a browser.
 */
export function ownerCookieName(secure: boolean): string {
  return secure ? '__Host-owner' : 'owner';
}

export interface KnownOwner {
  id: string;
  /** Whether the cookie is signed by the secret that signs now; one signed by an older secret is to be renewed. */
  current: boolean;
}

/** The cookie's value: the owner's id and its signature (HMAC-SHA256), so that nobody can name another owner. */
export function signOwner(ownerId: string, [secret]: readonly [string, ...string[]]): string {
  return `${ownerId}.${signature(ownerId, secret).toString('base64url')}`;
}

/** The owner a cookie names, or null when there is none or the signature is by none of our secrets. */
export function verifyOwner(cookie: string | undefined, secrets: readonly string[]): KnownOwner | null {
  if (!cookie) return null;
  const dot = cookie.lastIndexOf('.');
  if (dot <= 0) return null;
  const id = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1), 'base64url');
  const index = secrets.findIndex((secret) => {
    const expected = signature(id, secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return index < 0 ? null : { id, current: index === 0 };
}

/** The Set-Cookie header that makes the browser known as this owner for a year. */
export function ownerCookie(
  ownerId: string,
  { secrets, secure }: { secrets: readonly [string, ...string[]]; secure: boolean },
): string {
  return setCookie(signOwner(ownerId, secrets), maxAge, secure);
}

/** The Set-Cookie header that makes the browser nobody's. */
export function clearedOwnerCookie(secure: boolean): string {
  return setCookie('', 0, secure);
}

function setCookie(value: string, seconds: number, secure: boolean): string {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${ownerCookieName(secure)}=${value}; ${attributes}`;
}

function signature(ownerId: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`owner:${ownerId}`).digest();
}
