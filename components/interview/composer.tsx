'use client';

import { useEffect, useId, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useDraft } from './use-draft.ts';

/** Where the candidate writes. Enter makes a new line; Control or Command with Enter sends. */
export function Composer({
  interviewId,
  open,
  returned,
  onReturnedTaken,
  onSend,
  children,
  aside,
}: {
  interviewId: string;
  /** Whether a turn may be sent now; one may write at any time. */
  open: boolean;
  /** Words the server would not take: put back, before what was written since. */
  returned: string | null;
  onReturnedTaken: () => void;
  onSend: (text: string) => void;
  children: (draft: string) => React.ReactNode;
  aside: React.ReactNode;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft(interviewId, field);
  const hint = useId();

  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (returned === taken.current) return;
    taken.current = returned;
    if (returned === null) return;
    setDraft(draft ? `${returned}\n\n${draft}` : returned);
    onReturnedTaken();
  }, [returned, draft, setDraft, onReturnedTaken]);

  useEffect(() => {
    if (open) field.current?.focus({ preventScroll: true });
  }, [open]);

  function send() {
    if (!open || draft.trim() === '') return field.current?.focus();
    onSend(draft);
    setDraft('');
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor="answer" className="sr-only">
        Your answer
      </label>
      <textarea
        id="answer"
        ref={field}
        value={draft}
        rows={3}
        aria-describedby={hint}
        placeholder="Tell it as you would say it."
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
        className="field-sizing-content not-supports-[field-sizing:content]:resize-y block max-h-[30dvh] min-h-24 w-full resize-none rounded-control border border-edge bg-sheet px-4 py-3 text-read tablet:max-h-[42dvh] placeholder:text-faded focus-visible:border-ink focus-visible:outline-1 focus-visible:outline-offset-0 focus-visible:outline-ink"
      />
      <div className="mt-2">{children(draft)}</div>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex flex-wrap gap-x-5">{aside}</div>
        <div className="ml-auto flex items-center gap-4">
          <p id={hint} className="label font-normal max-tablet:sr-only">
            Enter makes a new line, Ctrl or ⌘ with Enter sends
          </p>
          <Button look="main" type="submit" aria-disabled={!open || draft.trim() === ''}>
            Send
          </Button>
        </div>
      </div>
    </form>
  );
}
