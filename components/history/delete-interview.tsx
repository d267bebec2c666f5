'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, request } from '#components/api-error.ts';
import { forgetWords } from '#components/interview/outbox.ts';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';

/** Deletes an interview after asking, then shows what is left. */
export function DeleteInterview({ interviewId, label }: { interviewId: string; label?: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);

  async function remove() {
    try {
      await request(`/api/interviews/${interviewId}`, { method: 'DELETE' });
      forgetWords(localStorage, interviewId);
      router.push('/history');
      router.refresh();
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  return (
    <>
      <ConfirmButton
        {...(label ? { label } : {})}
        title="Delete this interview?"
        text="Everything said in it and its debrief are removed from this server. It cannot be brought back."
        confirm="Delete it"
        onConfirm={() => void remove()}
      >
        Delete
      </ConfirmButton>
      {problem && (
        <span role="alert" className="text-note text-rubric">
          {problem}
        </span>
      )}
    </>
  );
}
