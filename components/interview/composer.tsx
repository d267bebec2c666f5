'use client';

import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { appendWords } from '#components/voice/append-words.ts';
import type { ComposerHandle, Hearing } from '#components/voice/composer-voice.ts';
import type { Spoken } from '#components/voice/take.ts';
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
  voice,
}: {
  interviewId: string;
  /** Whether a turn may be sent now; one may write at any time. */
  open: boolean;
  /** Words the server would not take: put back, before what was written since. */
  returned: string | null;
  onReturnedTaken: () => void;
  onSend: (text: string, spoken: Spoken | null) => void;
  children: (draft: string) => React.ReactNode;
  aside: React.ReactNode;
  /** What writes into the box what is said; absent where one types. */
  voice?: ((composer: ComposerHandle) => React.ReactNode) | undefined;
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

  const typed = voice === undefined;
  useEffect(() => {
    if (open && typed) field.current?.focus({ preventScroll: true });
  }, [open, typed]);

  const latest = useRef(draft);
  const appended = useRef(false);
  useEffect(() => {
    latest.current = draft;
    // What was just heard stays in sight.
    if (appended.current) field.current?.scrollTo({ top: field.current.scrollHeight });
    appended.current = false;
  }, [draft]);
  const append = useCallback(
    (words: string) => {
      latest.current = appendWords(latest.current, words);
      appended.current = true;
      setDraft(latest.current);
    },
    [setDraft],
  );
  const hearing = useRef<Hearing | null>(null);
  const hears = useCallback((next: Hearing | null) => {
    hearing.current = next;
  }, []);
  const [owing, owes] = useState(false);
  const [settling, setSettling] = useState(false);

  function sendNow(text: string) {
    if (!open || text.trim() === '') return field.current?.focus();
    onSend(text, hearing.current?.take(text) ?? null);
    latest.current = '';
    setDraft('');
  }
  async function send() {
    if (!hearing.current) return sendNow(draft);
    if (!open || settling) return;
    setSettling(true);
    // What was said and does not stand in the box yet belongs to the answer.
    const settled = await hearing.current.settle();
    setSettling(false);
    if (settled) sendNow(latest.current);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {voice?.({ draft, open, append, send: () => void send(), hears, owes })}
      <label htmlFor="answer" className="sr-only">
        Your answer
      </label>
      <textarea
        id="answer"
        ref={field}
        value={draft}
        rows={3}
        aria-describedby={hint}
        placeholder={
          typed ? 'Tell it as you would say it.' : 'What you say is written here. Correct it before you send.'
        }
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
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
          <Button
            look="main"
            type="submit"
            aria-disabled={!open || settling || (draft.trim() === '' && !owing)}
          >
            {settling ? 'Writing down' : 'Send'}
          </Button>
        </div>
      </div>
    </form>
  );
}
