'use client';

import { DeleteButton } from '#components/ui/delete-button.tsx';

/** Deletes a loop with all of its interviews, after asking. */
export function DeleteLoop({ loopId }: { loopId: string }) {
  return (
    <DeleteButton
      address={`/api/loops/${loopId}`}
      next="/mock"
      title="Delete this loop?"
      text="Its interviews, everything said in them and their debriefs are removed from this server. It cannot be brought back."
    >
      Delete the loop
    </DeleteButton>
  );
}
