import { cookieAnswer } from '#lib/http/answer.ts';
import { contextOfRequest, cookieForOwner, isSecure } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { hasBegunSignIn, signInOver } from '#lib/http/sign-in-cookie.ts';
import { arrive } from '#lib/services/account/arrive.ts';

const name = '/api/account/arrive';

/** Where a browser comes that has signed in: at once, or after the page has asked, when it was not begun here. */
async function arriveAt(request: Request, confirmed: boolean): Promise<Response> {
  const context = await contextOfRequest(request);
  const secure = isSecure(request);
  const account = (await context.signIn?.accountOf(request.headers)) ?? null;
  if (!account) return cookieAnswer([], '/account?error=sign_in_failed');
  if (!confirmed && !hasBegunSignIn(request.headers, secure)) return cookieAnswer([], '/account');
  await arrive({ context, input: { accountId: account.id } });
  return cookieAnswer([await cookieForOwner(account.id, request), signInOver(secure)], '/account');
}

export const GET = route<unknown>(name, ({ request }) => arriveAt(request, false));

export const POST = route<unknown>(name, ({ request }) => arriveAt(request, true));
