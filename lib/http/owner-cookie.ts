import { createHmac, timingSafeEqual } from 'node:crypto';

export const ownerCookieName = 'owner';

/** One year, in seconds. */
export const ownerCookieMaxAge = 365 * 24 * 60 * 60;

/** The cookie's value: the owner's id and its signature (HMAC-SHA256), so that nobody can name another owner. */
export function signOwner(ownerId: string, secret: string): string {
  return `${ownerId}.${signature(ownerId, secret).toString('base64url')}`;
}

/** The owner a cookie names, or null when there is none or the signature is not ours. */
export function verifyOwner(cookie: string | undefined, secret: string): string | null {
  if (!cookie) return null;
  const dot = cookie.lastIndexOf('.');
  if (dot <= 0) return null;
  const ownerId = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1), 'base64url');
  const expected = signature(ownerId, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? ownerId : null;
}

function signature(ownerId: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`owner:${ownerId}`).digest();
}
