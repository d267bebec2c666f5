'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { AssessmentLine } from '#components/interview/assessment-line.tsx';
import { useAssessment } from '#components/interview/use-assessment.ts';
import { VoteChoice } from '#components/interview/vote-choice.tsx';
import { levelLabels } from '#components/labels.ts';
import { Button } from '#components/ui/button.tsx';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import type { Verdict } from '#lib/domain/verdict.ts';
import { QuestionList } from './question-list.tsx';

/** The one vote on oneself for the whole loop; all of its questions are read meanwhile. */
export function LoopVote({ loop }: { loop: LoopView }) {
  const router = useRouter();
  const interviewIds = loop.questions.flatMap(({ interviewId }) => interviewId ?? []);
  const { assessment, again, withEmbedded } = useAssessment(`/api/loops/${loop.id}/end`, interviewIds);
  const [voted, setVoted] = useState(loop.selfVoteGiven);
  const [problem, setProblem] = useState<string | null>(null);
  const [choice, setChoice] = useState<Verdict | null>(null);
  const ready = assessment.status === 'ready';
  useEffect(() => {
    if (voted && ready) router.refresh();
  }, [voted, ready, router]);

  async function vote(body: { vote: Verdict } | { skip: true }) {
    setProblem(null);
    try {
      await post(`/api/loops/${loop.id}/self-vote`, body);
      setVoted(true);
    } catch (error) {
      const fault = asApiError(error);
      if (fault.code === 'already_voted') setVoted(true);
      else setProblem(fault.message);
    }
  }

  return (
    <main id="content" tabIndex={-1} className="sheet w-full pb-20 outline-none">
      <h1 className="max-w-[24ch] pt-12 pb-8 text-display">The loop is over.</h1>
      {voted ? (
        <p className="pb-4 text-ask">Your vote is in. The debrief comes next.</p>
      ) : (
        <form
          aria-label="Your own vote"
          onSubmit={(event) => {
            event.preventDefault();
            if (choice) void vote({ vote: choice });
          }}
        >
          <VoteChoice
            legend={`First your own vote on all of it: would you hire this candidate as ${levelLabels[loop.level]}?`}
            note="One vote for the whole loop, on what was said and nothing else. You see the debrief afterwards."
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
        </form>
      )}
      <AssessmentLine assessment={assessment} again={again} withEmbedded={withEmbedded} />
      <div className="mt-10">
        <h2 className="label pb-3">What was asked</h2>
        <QuestionList questions={loop.questions} />
      </div>
    </main>
  );
}
