import Link from 'next/link';
import { engineName } from '#components/engine-words.ts';
import { levelLabels, voteLabels } from '#components/labels.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';
import type { HistoryEntry } from '#lib/services/history/list-history.ts';
import { Day } from './day.tsx';
import { DeleteInterview } from './delete-interview.tsx';

/** One's own interviews, newest first: to resume, to read, to watch again, to delete. */
export function InterviewList({ interviews }: { interviews: readonly HistoryEntry[] }) {
  return (
    <ol className="border-t border-rule">
      {interviews.map((interview) => (
        <li key={interview.id} className="margin-row border-b border-rule py-6">
          <p className="label font-normal">
            <Day at={interview.createdAt} />
          </p>
          <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
            <div className="max-w-read">
              <h2 className="text-ask">
                <Link href={`/interviews/${interview.id}`} prefetch={false} className="hover:text-rubric">
                  {interview.question}
                </Link>
              </h2>
              <p className="label mt-1">
                {interview.principleName}, {levelLabels[interview.level]}, {engineName(interview.engine)}
              </p>
            </div>
            <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1 font-sans text-control">
              <Link href={`/interviews/${interview.id}`} prefetch={false} className="link font-medium">
                {standing(interview)}
              </Link>
              {interview.vote !== null && interview.unvalidated && (
                <span className="label font-normal italic">{notYetChecked}</span>
              )}
              {interview.vote !== null && (
                <Link href={`/interviews/${interview.id}/replay`} prefetch={false} className="link">
                  Replay<span className="sr-only">: {interview.question}</span>
                </Link>
              )}
              <DeleteInterview interviewId={interview.id} label={`Delete: ${interview.question}`} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function standing({ phase, vote, candidateTurns }: HistoryEntry): string {
  if (vote !== null) return `${voteLabels[vote]}: read the debrief`;
  if (phase === 'closing' || phase === 'assessed') return 'Vote and read the debrief';
  return candidateTurns === 0 ? 'Begin it' : 'Go on';
}
