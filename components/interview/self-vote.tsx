'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { levelLabels } from '#components/labels.ts';
import { Button } from '#components/ui/button.tsx';
import type { Level } from '#lib/domain/level.ts';
import type { Verdict } from '#lib/domain/verdict.ts';
import { AssessmentLine } from './assessment-line.tsx';
import { useAssessment } from './use-assessment.ts';
import { VoteChoice } from './vote-choice.tsx';

/** The candidate votes before anything is shown; the assessment is made meanwhile. */
export function SelfVote({
  interviewId,
  level,
  given,
}: {
  interviewId: string;
  level: Level;
  given: boolean;
}) {
  const router = useRouter();
  const { assessment, again, withEmbedded } = useAssessment(`/api/interviews/${interviewId}/end`, [
    interviewId,
  ]);
  const [voted, setVoted] = useState(given);
  const [problem, setProblem] = useState<string | null>(null);
  const [choice, setChoice] = useState<Verdict | null>(null);
  const ready = assessment.status === 'ready';

  useEffect(() => {
    if (voted && ready) router.refresh();
  }, [voted, ready, router]);
  // The debrief takes this place: it is read from its top. (scrollTo gives a promise in some browsers: no effect may
  // return it.)
  useLayoutEffect(() => {
    if (!voted) return;
    return () => {
      requestAnimationFrame(() => {
        window.scrollTo({ top: 0, behavior: 'instant' });
        document.getElementById('content')?.focus({ preventScroll: true });
      });
    };
  }, [voted]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.focus({ preventScroll: true });
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  }, []);

  async function vote(body: { vote: Verdict } | { skip: true }) {
    setProblem(null);
    try {
      await post(`/api/interviews/${interviewId}/self-vote`, body);
      setVoted(true);
    } catch (error) {
      const fault = asApiError(error);
      if (fault.code === 'already_voted') setVoted(true);
      else setProblem(fault.message);
    }
  }

  if (voted)
    return (
      <div>
        <p className="text-ask">Your vote is in. The debrief comes next.</p>
        <AssessmentLine assessment={assessment} again={again} withEmbedded={withEmbedded} />
      </div>
    );

  return (
    <form
      ref={form}
      tabIndex={-1}
      aria-label="Your own vote"
      className="outline-none"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice) void vote({ vote: choice });
      }}
    >
      <VoteChoice
        legend={`First your own vote: would you hire this candidate as ${levelLabels[level]}?`}
        note="Vote as the bar raiser would, on what was said and nothing else. You see the debrief afterwards."
        choice={choice}
        onChoose={setChoice}
      />
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
      <AssessmentLine assessment={assessment} again={again} withEmbedded={withEmbedded} />
    </form>
  );
}
