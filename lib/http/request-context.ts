import { processContext, type ServiceContext } from '#lib/services/context.ts';
import { ownerCookieMaxAge, ownerCookieName, signOwner, verifyOwner } from './owner-cookie.ts';

/** The context of a request: the process's own, for the owner its cookie names, if it is truly ours. */
export async function contextOfCookie(cookie: string | undefined): Promise<ServiceContext> {
  const { ownerSecret, ...context } = await processContext();
  return { ...context, ownerId: verifyOwner(cookie, ownerSecret) };
}

export function contextOfRequest(request: Request): Promise<ServiceContext> {
  return contextOfCookie(readCookie(request, ownerCookieName));
}

/** The same context for an owner who is made now where there was none, and the header that tells the browser. */
export async function contextWithOwner(
  request: Request,
): Promise<{ context: ServiceContext; headers: Record<string, string> }> {
  const { ownerSecret, ...shared } = await processContext();
  const known = verifyOwner(readCookie(request, ownerCookieName), ownerSecret);
  const ownerId = known ?? shared.ids();
  const headers = { 'set-cookie': ownerCookie(signOwner(ownerId, ownerSecret), request) };
  return { context: { ...shared, ownerId }, headers };
}

function ownerCookie(value: string, request: Request): string {
  const secure = (request.headers.get('x-forwarded-proto') ?? new URL(request.url).protocol).startsWith(
    'https',
  );
  const attributes = `Path=/; Max-Age=${ownerCookieMaxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return `${ownerCookieName}=${value}; ${attributes}`;
}

function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
