'use client';

import { DeleteButton } from '#components/ui/delete-button.tsx';
import { keepStory } from './story-draft.ts';

/** Deletes a story after asking, then shows what is left. */
export function DeleteStory({ storyId }: { storyId: string }) {
  return (
    <DeleteButton
      address={`/api/stories/${storyId}`}
      next="/stories"
      onDeleted={() => keepStory(localStorage, storyId, null)}
      title="Delete this story?"
      text="Its words, its versions and what you answered to its exercises are removed from this server. It cannot be brought back."
    >
      Delete
    </DeleteButton>
  );
}
