/** Half an hour, in seconds: longer than a link by e-mail works. */
const maxAge = 30 * 60;

const nameOf = (secure: boolean) => (secure ? '__Host-sign-in' : 'sign-in');

/**
 * Marks the browser that began to sign in. Whoever comes back without it followed somebody's link, perhaps somebody
 * else's: then nothing is taken along before they have seen as whom they would be signed in.
 */
export function signInBegun(secure: boolean): string {
  return `${nameOf(secure)}=begun; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function signInOver(secure: boolean): string {
  return `${nameOf(secure)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function hasBegunSignIn(headers: Headers, secure: boolean): boolean {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.includes(`${nameOf(secure)}=begun`);
}
