import Link from 'next/link';
import { voteLabels } from '#components/labels.ts';
import type { DebriefedQuestion } from '#lib/domain/loop/loop-debrief-schema.ts';
import { principleNames } from '#lib/domain/principle.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';

/** Each question with its vote and what decided it, and the way to its own debrief. */
export function DebriefedQuestions({ questions }: { questions: readonly DebriefedQuestion[] }) {
  return (
    <ol className="-mt-4">
      {questions.map(
        ({
          position,
          interviewId,
          question,
          principle,
          interviewer,
          announced,
          vote,
          summary,
          unvalidated,
        }) => (
          <li key={position} className="keep border-b border-rule py-5 last:border-b-0">
            <p className="label">
              {position}. {principleNames[principle]}, asked by {interviewer}
              {!announced && ', not announced'}
            </p>
            <h3 className="mt-1 max-w-read text-ask">{question}</h3>
            <p className="mt-2 font-sans text-control font-semibold">
              {vote.leaning && vote.vote !== 'not_enough_evidence' ? 'Leaning ' : ''}
              {voteLabels[vote.vote]}
              {vote.closeTo && (
                <span className="label ml-2 font-normal">close to {voteLabels[vote.closeTo]}</span>
              )}
            </p>
            {unvalidated && <p className="label mt-1 font-normal text-faded italic">{notYetChecked}</p>}
            <p className="mt-2 max-w-read text-note">{summary}</p>
            <p className="mt-2 font-sans text-control">
              <Link href={`/interviews/${interviewId}`} className="link">
                Read its debrief<span className="sr-only"> (question {position})</span>
              </Link>
            </p>
          </li>
        ),
      )}
    </ol>
  );
}
