import { createHash } from 'node:crypto';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { ServiceContext } from '../context.ts';
import { countTowards } from '../limits.ts';

export type BeginSignIn = { method: 'email'; email: string } | { method: 'provider' };

/** Where the browser goes now, and the cookies it needs when it comes back; null: a link is on its way by e-mail. */
export type BegunSignIn = { url: string; cookies: string[] } | null;

/**
 * Begins to sign a person in. In: the headers their browser sent, and whom limits by address count.
 * @throws BarRaiserError sign_in_off, sign_in_failed, too_many_requests.
 */
export async function beginSignIn({
  context,
  input,
}: {
  context: Pick<ServiceContext, 'database' | 'limits' | 'clock' | 'signIn'>;
  input: { begin: BeginSignIn; headers: Headers; addressSubject: string };
}): Promise<BegunSignIn> {
  const { signIn } = context;
  const { begin, headers, addressSubject } = input;
  if (!signIn) throw new BarRaiserError('sign_in_off', 'Signing in is not set up on this server.');
  await countTowards(context, 'owners', addressSubject);
  if (begin.method === 'provider') return signIn.beginProvider(headers);
  const email = begin.email.toLowerCase();
  const digest = createHash('sha256').update(`sign-in:${email}`).digest('base64url');
  await countTowards(context, 'signInLinks', `email:${digest}`);
  await signIn.sendLink({ email, headers });
  return null;
}
