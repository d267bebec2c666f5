'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { levelLabels } from '#components/labels.ts';
import type { Level } from '#lib/domain/level.ts';
import { AssessmentLine } from './assessment-line.tsx';
import { useAssessment } from './use-assessment.ts';
import { useSelfVote } from './use-self-vote.ts';
import { VoteForm } from './vote-form.tsx';

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
  const self = useSelfVote(`/api/interviews/${interviewId}/self-vote`, given);
  const { voted } = self;
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

  if (voted)
    return (
      <div>
        <p className="text-ask">Your vote is in. The debrief comes next.</p>
        <AssessmentLine assessment={assessment} again={again} withEmbedded={withEmbedded} />
      </div>
    );

  return (
    <VoteForm
      ref={form}
      legend={`First your own vote: would you hire this candidate as ${levelLabels[level]}?`}
      note="Vote as the bar raiser would, on what was said and nothing else. You see the debrief afterwards."
      self={self}
    >
      <AssessmentLine assessment={assessment} again={again} withEmbedded={withEmbedded} />
    </VoteForm>
  );
}
