/** An answer without a body that sets these cookies, and sends the browser elsewhere where that is said. */
export function cookieAnswer(cookies: readonly string[], location?: string): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (location !== undefined) headers.set('location', location);
  return new Response(null, { status: location === undefined ? 204 : 303, headers });
}
