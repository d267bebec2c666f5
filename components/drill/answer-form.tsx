import { Button } from '#components/ui/button.tsx';
import type { ExerciseAnswer } from '#lib/domain/drill/answer.ts';

/** What every kind of exercise's form is given. */
export interface AnswerFormProps {
  busy: boolean;
  problem: string | null;
  onAnswer: (answer: ExerciseAnswer) => void;
  /** Under which the browser keeps what is not sent yet. */
  draftId: string;
}

/** The frame of an answer: its field, one button, and what went wrong. */
export function AnswerForm({
  busy,
  problem,
  ready,
  children,
  aside,
  onSubmit,
}: {
  busy: boolean;
  problem: string | null;
  ready: boolean;
  children: React.ReactNode;
  aside?: React.ReactNode;
  onSubmit: () => void;
}) {
  return (
    <form
      className="max-w-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onSubmit();
      }}
    >
      {children}
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">{aside}</div>
        <Button look="main" type="submit" className="ml-auto" aria-disabled={!ready || busy}>
          {busy ? 'Reading it' : 'Done'}
        </Button>
      </div>
      {problem && (
        <p role="alert" className="mt-3 text-note text-rubric">
          {problem} Your answer is still here.
        </p>
      )}
    </form>
  );
}
