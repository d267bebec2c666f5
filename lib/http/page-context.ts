import { cookies } from 'next/headers';
import type { ServiceContext } from '#lib/services/context.ts';
import { ownerCookieName } from './owner-cookie.ts';
import { contextOfCookie } from './request-context.ts';

/** The context of a page that is being rendered, for the owner the visitor's cookie names. Never makes an owner. */
export async function pageContext(): Promise<ServiceContext> {
  return contextOfCookie((await cookies()).get(ownerCookieName)?.value);
}
