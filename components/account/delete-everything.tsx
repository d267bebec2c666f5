'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, request } from '#components/api-error.ts';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';
import { forgetBrowser } from './forget-browser.ts';

/** Deletes everything after asking, here and on the server, and says that it is done. */
export function DeleteEverything({ signedIn }: { signedIn: boolean }) {
  const router = useRouter();
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function remove() {
    setProblem(null);
    try {
      await request('/api/account', { method: 'DELETE' });
      forgetBrowser(localStorage);
      setDone(true);
      router.refresh();
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  return (
    <>
      <ConfirmButton
        look="plain"
        title="Delete everything?"
        text={`Every interview, story, drill answer and study mark${signedIn ? ', and your account,' : ''} is removed from this server. It cannot be brought back.`}
        confirm="Delete everything"
        onConfirm={() => void remove()}
      >
        Delete everything
      </ConfirmButton>
      {done && (
        <p role="status" className="mt-3 text-note">
          Everything is deleted.
        </p>
      )}
      {problem && (
        <p role="alert" className="mt-3 text-note text-rubric">
          {problem}
        </p>
      )}
    </>
  );
}
