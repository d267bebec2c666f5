import { cookieAnswer } from '#lib/http/answer.ts';
import { clearedOwnerCookie } from '#lib/http/owner-cookie.ts';
import { contextOfRequest, isSecure } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { deleteAccount } from '#lib/services/account/delete-account.ts';
import { signOut } from '#lib/services/account/sign-out.ts';

export const DELETE = route<unknown>('/api/account', async ({ request }) => {
  const context = await contextOfRequest(request);
  await deleteAccount({ context });
  const signedOut = await signOut({ context, input: { headers: request.headers } });
  return cookieAnswer([...signedOut, clearedOwnerCookie(isSecure(request))]);
});
