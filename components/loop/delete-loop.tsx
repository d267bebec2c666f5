'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, request } from '#components/api-error.ts';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';

/** Deletes a loop with all of its interviews, after asking. */
export function DeleteLoop({ loopId }: { loopId: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);

  async function remove() {
    try {
      await request(`/api/loops/${loopId}`, { method: 'DELETE' });
      router.push('/mock');
      router.refresh();
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  return (
    <>
      <ConfirmButton
        title="Delete this loop?"
        text="Its interviews, everything said in them and their debriefs are removed from this server. It cannot be brought back."
        confirm="Delete it"
        onConfirm={() => void remove()}
      >
        Delete the loop
      </ConfirmButton>
      {problem && (
        <span role="alert" className="text-note text-rubric">
          {problem}
        </span>
      )}
    </>
  );
}
