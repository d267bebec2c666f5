'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { formatClock } from '#components/interview/clock.ts';
import { useDraft } from '#components/interview/use-draft.ts';
import { Button } from '#components/ui/button.tsx';
import type { Section } from '#lib/domain/section.ts';
import { countWords, speakingSeconds } from '#lib/domain/spoken-time.ts';

/** The one redo: the part told again, graded on the spot in the place of the old one. */
export function RedoForm({
  interviewId,
  section,
  sectionName,
  targetSeconds,
}: {
  interviewId: string;
  section: Section;
  sectionName: string;
  targetSeconds: number;
}) {
  const router = useRouter();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft(`${interviewId}.redo`, field);
  const [sending, setSending] = useState(false);
  const [refreshing, refresh] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const busy = sending || refreshing;

  async function grade() {
    setSending(true);
    setProblem(null);
    try {
      await post(`/api/interviews/${interviewId}/redo`, { section, text: draft });
      setDraft('');
      refresh(() => router.refresh());
    } catch (error) {
      setProblem(asApiError(error).message);
    } finally {
      setSending(false);
    }
  }

  return (
    <form
      className="no-print mt-5"
      onSubmit={(event) => {
        event.preventDefault();
        void grade();
      }}
    >
      <label htmlFor="redo" className="label">
        Your {sectionName.toLowerCase()}, told again
      </label>
      <textarea
        id="redo"
        ref={field}
        rows={5}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        className="field-sizing-content not-supports-[field-sizing:content]:resize-y mt-1.5 block min-h-32 w-full resize-none rounded-control border border-edge bg-sheet px-4 py-3 text-read focus-visible:border-ink focus-visible:outline-1 focus-visible:outline-offset-0 focus-visible:outline-ink"
      />
      <div className="mt-3 flex flex-wrap items-center justify-between gap-4">
        <p className="label figures font-normal">
          Spoken length{' '}
          <span className="font-medium text-ink">{formatClock(speakingSeconds(countWords(draft)))}</span>, aim
          for {formatClock(targetSeconds)}
        </p>
        <Button look="main" type="submit" disabled={busy || draft.trim() === ''}>
          {busy ? 'Reading it' : 'Grade it'}
        </Button>
      </div>
      {problem && (
        <p role="alert" className="mt-3 text-note text-rubric">
          {problem} Your words are still in the box.
        </p>
      )}
    </form>
  );
}
