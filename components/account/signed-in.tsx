'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { Button } from '#components/ui/button.tsx';
import { forgetBrowser } from './forget-browser.ts';

/** Who is signed in here, and the way out; or who would be, and the person's own yes to it. */
export function SignedIn({ email, pending }: { email: string; pending: boolean }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);

  async function act(path: string, forget: boolean) {
    try {
      await post(path, {});
      if (forget) forgetBrowser(localStorage);
      router.refresh();
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  return (
    <>
      {pending ? (
        <p className="max-w-read text-read">
          Sign in as <strong className="font-medium">{email}</strong>? You came by a link that this browser
          did not ask for. If the address is yours, go on: what this browser has kept so far is taken along.
        </p>
      ) : (
        <p className="max-w-read text-read">
          You are signed in as <strong className="font-medium">{email}</strong>. Every browser in which you
          sign in shows the same.
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        {pending && (
          <Button look="main" onClick={() => void act('/api/account/arrive', false)}>
            Sign in as {email}
          </Button>
        )}
        <Button onClick={() => void act('/api/account/sign-out', !pending)}>
          {pending ? 'That is not me' : 'Sign out'}
        </Button>
      </div>
      {problem && (
        <p role="alert" className="mt-3 text-note text-rubric">
          {problem}
        </p>
      )}
    </>
  );
}
