import type { Metadata } from 'next';
import { z } from 'zod';
import { Button } from '#components/ui/button.tsx';
import { optionalInQuery } from '#lib/http/query.ts';

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer', robots: 'noindex' };

const querySchema = z.object({ token: optionalInQuery(z.string().max(200)) });

/** Where the link in an e-mail leads. It is used up by the button, not by a program that opens links to look at them. */
export default async function LinkPage({ searchParams }: PageProps<'/account/link'>) {
  const { token = '' } = querySchema.parse(await searchParams);
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-10 text-display">Sign in to Bar Raiser</h1>
      <form action="/api/auth/magic-link/verify" method="get">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="callbackURL" value="/api/account/arrive" />
        <input type="hidden" name="errorCallbackURL" value="/account" />
        <Button look="main" type="submit">
          Sign in
        </Button>
      </form>
    </main>
  );
}
