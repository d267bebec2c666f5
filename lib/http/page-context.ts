import { headers } from 'next/headers';
import type { ServiceContext } from '#lib/services/context.ts';
import { contextOfHeaders, isSecureByHeaders } from './request-context.ts';

/** The context of a page that is being rendered, for the owner the visitor's cookie names. Never makes an owner. */
export async function pageContext(): Promise<ServiceContext> {
  const sent = await headers();
  return contextOfHeaders(sent, isSecureByHeaders(sent) ?? false);
}
