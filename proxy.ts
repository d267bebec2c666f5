import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { pagePolicy } from '#lib/http/content-security-policy.ts';

/** Gives each page a policy with a nonce of its own; Next reads it from the request and marks its scripts with it. */
export function proxy(request: NextRequest): NextResponse {
  const development = process.env.NODE_ENV === 'development';
  const policy = pagePolicy(randomBytes(16).toString('base64'), { development });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // What is no page has its policy from next.config.ts, and a body that is not copied on its way.
  matcher: ['/((?!api/|_next/static/|healthz$|readyz$).*)'],
};
