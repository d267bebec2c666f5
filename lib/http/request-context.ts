import { isAccountId } from '#lib/domain/account.ts';
import { type ProcessContext, processContext, type ServiceContext } from '#lib/services/context.ts';
import { countTowards } from '#lib/services/limits.ts';
import { noteOwner } from '#lib/telemetry/request-record.ts';
import { addressSubject, clientAddress } from './client-address.ts';
import { type KnownOwner, ownerCookie, ownerCookieName, verifyOwner } from './owner-cookie.ts';

/** The context of a page or a request: the process's own, for the owner its cookie names, if it is truly ours. */
export async function contextOfHeaders(headers: Headers, secure: boolean): Promise<ServiceContext> {
  const shared = await processContext();
  return serviceContext(shared, await ownerOf(shared, headers, secure));
}

export async function contextOfRequest(request: Request): Promise<ServiceContext> {
  const shared = await processContext();
  const secure = isSecure(request);
  const owner = await ownerOf(shared, request.headers, secure);
  if (owner && !owner.current) {
    cookiesDue.set(request, ownerCookie(owner.id, { secrets: shared.ownerSecrets, secure }));
  }
  return serviceContext(shared, owner);
}

/**
 * The same context for an owner who is made now where there was none, and the header that tells the browser.
 * @throws BarRaiserError too_many_requests when too many owners were made for one address.
 */
export async function contextWithOwner(
  request: Request,
): Promise<{ context: ServiceContext; headers: Record<string, string> }> {
  const shared = await processContext();
  const secure = isSecure(request);
  const known = await ownerOf(shared, request.headers, secure);
  if (!known) await countTowards(shared, 'owners', addressSubjectOf(shared, request));
  const owner = known ?? { id: shared.ids(), current: true };
  const headers = { 'set-cookie': ownerCookie(owner.id, { secrets: shared.ownerSecrets, secure }) };
  return { context: serviceContext(shared, owner), headers };
}

function addressSubjectOf(
  { trustedProxies, ownerSecrets }: Pick<ProcessContext, 'trustedProxies' | 'ownerSecrets'>,
  request: Request,
): string {
  return addressSubject(clientAddress(request.headers, trustedProxies), ownerSecrets[0]);
}

/** Whom limits by address count this request towards. */
export async function addressOfRequest(request: Request): Promise<string> {
  return addressSubjectOf(await processContext(), request);
}

/** The Set-Cookie header that makes the browser known as this owner from now on. */
export async function cookieForOwner(ownerId: string, request: Request): Promise<string> {
  const { ownerSecrets: secrets } = await processContext();
  return ownerCookie(ownerId, { secrets, secure: isSecure(request) });
}

/** Whether the browser is spoken to over https, by us or by the proxy in front. */
export function isSecure(request: Request): boolean {
  return isSecureByHeaders(request.headers) ?? new URL(request.url).protocol === 'https:';
}

/** The same where only headers are at hand; null where they do not tell. */
export function isSecureByHeaders(headers: Headers): boolean | null {
  return headers.get('x-forwarded-proto')?.startsWith('https') ?? null;
}

/** A cookie to be renewed rides on whatever this request is answered with. */
const cookiesDue = new WeakMap<Request, string>();

export function withCookiesDue(request: Request, response: Response): Response {
  const due = cookiesDue.get(request);
  if (!due || response.headers.has('set-cookie')) return response;
  const renewed = new Response(response.body, response);
  renewed.headers.append('set-cookie', due);
  return renewed;
}

/** The owner a browser is known as. An account's owner only while the browser is signed in to that account as well. */
async function ownerOf(
  { ownerSecrets, signIn }: ProcessContext,
  headers: Headers,
  secure: boolean,
): Promise<KnownOwner | null> {
  const owner = verifyOwner(readCookie(headers, ownerCookieName(secure)), ownerSecrets);
  if (!owner || !isAccountId(owner.id)) return owner;
  const account = signIn ? await signIn.accountOf(headers) : null;
  return account?.id === owner.id ? owner : null;
}

function serviceContext(shared: ProcessContext, owner: KnownOwner | null): ServiceContext {
  noteOwner(owner?.id ?? null);
  const { ownerSecrets: _, trustedProxies: __, ...context } = shared;
  return { ...context, ownerId: owner?.id ?? null };
}

function readCookie(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
