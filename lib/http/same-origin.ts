import { BarRaiserError } from '#lib/domain/errors.ts';

/**
 * Refuses a write that a page of another origin sent. A browser says where a request comes from; a client that says
 * nothing (a script, the command line) holds no one's cookie by accident and may pass.
 * @throws BarRaiserError wrong_origin.
 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  // Sec-Fetch-Site is the browser's own word and right behind any proxy; Origin is for browsers that lack it.
  const own = site ? site === 'same-origin' || site === 'none' : origin === null || hostOf(origin) === host;
  if (!own) {
    throw new BarRaiserError('wrong_origin', 'This request comes from another site.');
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
