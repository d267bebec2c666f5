import type { ServiceContext } from '../context.ts';

/** Ends the browser's session; the cookies that go with it. Without one, and without signing in, there are none. */
export async function signOut({
  context: { signIn },
  input: { headers },
}: {
  context: Pick<ServiceContext, 'signIn'>;
  input: { headers: Headers };
}): Promise<string[]> {
  return signIn ? signIn.signOut(headers) : [];
}
