'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, request } from '#components/api-error.ts';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';
import { keepStory } from './story-draft.ts';

/** Deletes a story after asking, then shows what is left. */
export function DeleteStory({ storyId }: { storyId: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);

  async function remove() {
    try {
      await request(`/api/stories/${storyId}`, { method: 'DELETE' });
      keepStory(localStorage, storyId, null);
      router.push('/stories');
      router.refresh();
    } catch (error) {
      setProblem(asApiError(error).message);
    }
  }

  return (
    <>
      <ConfirmButton
        title="Delete this story?"
        text="Its words, its versions and what you answered to its exercises are removed from this server. It cannot be brought back."
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
