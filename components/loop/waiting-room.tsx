'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { formatClock } from '#components/interview/clock.ts';
import { useNow } from '#components/interview/use-now.ts';
import { levelLabels } from '#components/labels.ts';
import { startedId } from '#components/start/started-id.ts';
import { Button } from '#components/ui/button.tsx';
import { ConfirmButton } from '#components/ui/confirm-button.tsx';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import { DeleteLoop } from './delete-loop.tsx';
import { QuestionList } from './question-list.tsx';

/** Before, between and beside the questions of a loop: who is next, how long the break is, the way on. */
export function WaitingRoom({ loop, serverNow }: { loop: LoopView; serverNow: number }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const now = useNow(serverNow, loop.phase === 'break');
  const left = loop.breakEndsAt === null ? 0 : Math.max(0, (loop.breakEndsAt - now) / 1000);
  const next = loop.questions.find(({ position }) => position === loop.position);

  async function attempt(act: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(asApiError(error).message);
      setBusy(false);
    }
  }

  const goOn = () =>
    attempt(async () => {
      if (loop.phase === 'asking') await post(`/api/loops/${loop.id}/resume`, {});
      const response = await post(`/api/loops/${loop.id}/questions`, {});
      router.push(`/interviews/${startedId(await response.json())}`);
    });

  const end = () =>
    attempt(async () => {
      const response = await post(`/api/loops/${loop.id}/end`, {});
      // All is read meanwhile; the vote comes first, and asks for it again.
      await response.text();
      router.refresh();
    });

  return (
    <main id="content" className="sheet w-full pb-20">
      <header className="pt-12 pb-8">
        <p className="label">
          A loop of {loop.questions.length} questions for {levelLabels[loop.level]}, {loop.minutes} minutes
        </p>
        <h1 className="mt-2 max-w-[24ch] text-display">{heading(loop, left)}</h1>
        {next && (
          <p className="mt-4 max-w-read text-read">
            {next.interviewer.name} {loop.phase === 'asking' ? 'is asking' : 'asks next'}.{' '}
            {next.interviewer.note}
          </p>
        )}
        {loop.phase === 'break' && left > 0 && (
          <p className="figures mt-4 text-title" role="timer">
            {formatClock(left)}
          </p>
        )}
        {problem && (
          <p role="alert" className="mt-4 text-note text-rubric">
            {problem}
          </p>
        )}
        <div className="mt-6 flex flex-wrap items-center gap-5">
          <Button look="main" className="px-7" disabled={busy} onClick={() => void goOn()}>
            {wayOn(loop, left)}
          </Button>
          {loop.phase !== 'waiting' && (
            <ConfirmButton
              title="End the loop?"
              text="Nothing more is asked. You vote on yourself, then you see the debrief of what was said so far."
              confirm="End the loop"
              disabled={busy}
              onConfirm={() => void end()}
            >
              End the loop
            </ConfirmButton>
          )}
        </div>
        <p className="mt-4 max-w-read text-note text-faded">{comeBack(loop)}</p>
      </header>
      <h2 className="sr-only">The questions</h2>
      <QuestionList questions={loop.questions} />
      <div className="mt-6">
        <DeleteLoop loopId={loop.id} />
      </div>
    </main>
  );
}

function heading({ phase, paused, position }: LoopView, left: number): string {
  if (phase === 'waiting') return 'Your loop is planned. Begin when you are ready.';
  if (phase === 'asking')
    return paused ? `Question ${position} is paused.` : `Question ${position} is under way.`;
  return left > 0 ? 'A break.' : 'The break is over.';
}

function wayOn({ phase, paused, position }: LoopView, left: number): string {
  if (phase === 'waiting') return 'Begin the first question';
  if (phase === 'asking') return paused ? 'Take it up again' : `Go back to question ${position}`;
  return left > 0 ? `Skip the break, begin question ${position}` : `Begin question ${position}`;
}

function comeBack({ phase, paused }: LoopView): string {
  if (phase === 'asking' && !paused)
    return 'Its clock is running. Pause it there if you have to leave; everything said is stored.';
  return 'No clock of a question is running. You may leave this page and come back to it at any time.';
}
