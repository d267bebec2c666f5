import { z } from 'zod';
import { readBody } from '#lib/http/read-body.ts';
import { addressOfRequest, contextOfRequest, isSecure } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { signInBegun } from '#lib/http/sign-in-cookie.ts';
import { beginSignIn } from '#lib/services/account/sign-in.ts';

const bodySchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('email'), email: z.string().trim().max(254).pipe(z.email()) }),
  z.strictObject({ method: z.literal('provider') }),
]);

export const POST = route<unknown>('/api/account/sign-in', async ({ request }) => {
  const begin = await readBody(request, bodySchema);
  const context = await contextOfRequest(request);
  const addressSubject = await addressOfRequest(request);
  const begun = await beginSignIn({ context, input: { begin, headers: request.headers, addressSubject } });
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of [...(begun?.cookies ?? []), signInBegun(isSecure(request))]) {
    headers.append('set-cookie', cookie);
  }
  return Response.json({ url: begun?.url ?? null }, { headers });
});
