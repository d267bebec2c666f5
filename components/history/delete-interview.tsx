'use client';

import { forgetWords } from '#components/interview/outbox.ts';
import { DeleteButton } from '#components/ui/delete-button.tsx';

/** Deletes an interview after asking, then shows what is left. */
export function DeleteInterview({ interviewId, label }: { interviewId: string; label?: string }) {
  return (
    <DeleteButton
      address={`/api/interviews/${interviewId}`}
      next="/history"
      onDeleted={() => forgetWords(localStorage, interviewId)}
      label={label}
      title="Delete this interview?"
      text="Everything said in it and its debrief are removed from this server. It cannot be brought back."
    >
      Delete
    </DeleteButton>
  );
}
