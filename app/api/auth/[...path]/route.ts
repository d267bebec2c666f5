import { BarRaiserError } from '#lib/domain/errors.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';

/** The two ways back from where one signs in; everything else the library could answer stays shut. */
const returns = ['callback/oidc', 'magic-link/verify'];

export const GET = route<{ path: string[] }>('/api/auth/[...path]', async ({ request, params }) => {
  const { signIn } = await contextOfRequest(request);
  if (!signIn || !returns.includes(params.path.join('/'))) {
    throw new BarRaiserError('not_found', 'There is nothing here.');
  }
  return signIn.handleReturn(request);
});
