import { levelLabels, voteLabels } from '#components/labels.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import { notYetCheckedVote } from '#lib/domain/unvalidated.ts';
import { VoteScale } from './vote-scale.tsx';
import { VoteTable } from './vote-table.tsx';

/** The vote for the chosen level, large and plain, beside one's own; then how the same words read elsewhere. */
export function VoteHeading({ report, view }: { report: Report; view: InterviewView }) {
  const { vote, leaning } = report.votes[report.level];
  return (
    <section aria-label="The vote" className="pb-12">
      <p className="label">The vote for {levelLabels[report.level]}</p>
      {leaning && vote !== 'not_enough_evidence' && (
        <p className="mt-2 -mb-1 text-title text-faded italic">leaning</p>
      )}
      <p className="mt-2 -ml-[0.04em] text-vote font-medium tracking-tight text-balance">
        {voteLabels[vote]}
      </p>
      <VoteScale vote={vote} own={view.selfVote} />
      {report.unvalidated.length > 0 && (
        <p className="mt-5 max-w-read text-note text-faded">{notYetCheckedVote}</p>
      )}
      <p className="mt-9 max-w-read text-ask">{report.summary}</p>
      <VoteTable report={report} />
    </section>
  );
}
