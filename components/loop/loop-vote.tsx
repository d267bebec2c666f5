'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { AssessmentLine } from '#components/interview/assessment-line.tsx';
import { useAssessment } from '#components/interview/use-assessment.ts';
import { useSelfVote } from '#components/interview/use-self-vote.ts';
import { VoteForm } from '#components/interview/vote-form.tsx';
import { levelLabels } from '#components/labels.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import { QuestionList } from './question-list.tsx';

/** The one vote on oneself for the whole loop; all of its questions are read meanwhile. */
export function LoopVote({ loop }: { loop: LoopView }) {
  const router = useRouter();
  const interviewIds = loop.questions.flatMap(({ interviewId }) => interviewId ?? []);
  const { assessment, again, withEmbedded } = useAssessment(`/api/loops/${loop.id}/end`, interviewIds);
  const self = useSelfVote(`/api/loops/${loop.id}/self-vote`, loop.selfVoteGiven);
  const { voted } = self;
  const ready = assessment.status === 'ready';
  useEffect(() => {
    if (voted && ready) router.refresh();
  }, [voted, ready, router]);

  return (
    <main id="content" tabIndex={-1} className="sheet w-full pb-20 outline-none">
      <h1 className="max-w-[24ch] pt-12 pb-8 text-display">The loop is over.</h1>
      {voted ? (
        <p className="pb-4 text-ask">Your vote is in. The debrief comes next.</p>
      ) : (
        <VoteForm
          legend={`First your own vote on all of it: would you hire this candidate as ${levelLabels[loop.level]}?`}
          note="One vote for the whole loop, on what was said and nothing else. You see the debrief afterwards."
          self={self}
        />
      )}
      <AssessmentLine assessment={assessment} again={again} withEmbedded={withEmbedded} />
      <div className="mt-10">
        <h2 className="label pb-3">What was asked</h2>
        <QuestionList questions={loop.questions} />
      </div>
    </main>
  );
}
