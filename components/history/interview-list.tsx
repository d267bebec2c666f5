import Link from 'next/link';
import { levelLabels, voteLabels } from '#components/labels.ts';
import type { InterviewSummary } from '#lib/domain/interview-view.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';
import { voteSchema } from '#lib/domain/verdict.ts';
import { DeleteInterview } from './delete-interview.tsx';

/** One's own interviews, newest first: to resume, to read, to delete. */
export function InterviewList({ interviews }: { interviews: readonly InterviewSummary[] }) {
  return (
    <ol className="border-t border-rule">
      {interviews.map((interview) => (
        <li key={interview.id} className="margin-row border-b border-rule py-6">
          <p className="label font-normal">
            <time dateTime={new Date(interview.createdAt).toISOString()}>{when(interview.createdAt)}</time>
          </p>
          <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
            <div className="max-w-read">
              <h2 className="text-ask">
                <Link href={`/interviews/${interview.id}`} className="hover:text-rubric">
                  {interview.question}
                </Link>
              </h2>
              <p className="label mt-1">
                {interview.principleName}, {levelLabels[interview.level]}
              </p>
            </div>
            <p className="flex items-baseline gap-5 font-sans text-control">
              <Link href={`/interviews/${interview.id}`} className="link font-medium">
                {standing(interview)}
              </Link>
              {interview.vote !== null && interview.unvalidated && (
                <span className="label font-normal italic">{notYetChecked}</span>
              )}
              <DeleteInterview interviewId={interview.id} label={`Delete: ${interview.question}`} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function standing({ phase, vote, candidateTurns }: InterviewSummary): string {
  const given = voteSchema.safeParse(vote);
  if (given.success) return `${voteLabels[given.data]}: read the debrief`;
  if (phase === 'closing' || phase === 'assessed') return 'Vote and read the debrief';
  return candidateTurns === 0 ? 'Begin it' : 'Go on';
}

function when(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
