import { type ReactNode, type Ref, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Verdict } from '#lib/domain/verdict.ts';
import type { useSelfVote } from './use-self-vote.ts';
import { VoteChoice } from './vote-choice.tsx';

/** The four votes, to cast or to skip; what stands below them is the caller's. */
export function VoteForm({
  legend,
  note,
  self: { vote, problem },
  ref,
  children,
}: {
  legend: string;
  note: string;
  self: ReturnType<typeof useSelfVote>;
  ref?: Ref<HTMLFormElement>;
  children?: ReactNode;
}) {
  const [choice, setChoice] = useState<Verdict | null>(null);
  return (
    <form
      ref={ref}
      tabIndex={-1}
      aria-label="Your own vote"
      className="outline-none"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice) void vote({ vote: choice });
      }}
    >
      <VoteChoice legend={legend} note={note} choice={choice} onChoose={setChoice} />
      <div className="mt-5 flex flex-wrap items-center gap-5">
        <Button look="main" type="submit" disabled={choice === null}>
          Cast my vote
        </Button>
        <Button look="quiet" onClick={() => void vote({ skip: true })}>
          Skip, show me the debrief
        </Button>
      </div>
      {problem && (
        <p role="alert" className="mt-4 text-note text-rubric">
          {problem}
        </p>
      )}
      {children}
    </form>
  );
}
