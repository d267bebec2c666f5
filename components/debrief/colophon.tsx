import Link from 'next/link';
import { engineLine, spentWords } from '#components/engine-words.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import type { Report } from '#lib/domain/report-schema.ts';
import type { Spent } from '#lib/domain/usage.ts';
import { closeWords } from './plain-words.ts';

/** How this debrief came to be, and what to make of it. */
export function Colophon({
  report,
  view: { id, engines },
  spent,
}: {
  report: Report;
  view: InterviewView;
  spent: Spent | null;
}) {
  const { changed } = engines;
  const { wordedBy } = report;
  return (
    <div className="mt-6 grid max-w-read gap-3 text-note text-faded">
      <p>
        {closeWords[report.closedBecause]} {engineLine(engines)}; read by the engine “{report.engine}”.
        {changed &&
          ` The interview was begun with a model (${engineLine(changed.from)}); after question ${changed.questionsAsked} you chose to go on with the embedded engine, which read all of it.`}
      </p>
      {wordedBy && (
        <p>
          {wordedBy.fault === null
            ? `The summary and the points are in the words of ${wordedBy.engine}; scores, votes and quotes were checked or computed in code.`
            : `${wordedBy.engine} read the answers but could not word this debrief (${wordedBy.fault}): summary and points are in this product’s own words.`}
        </p>
      )}
      {spent && <p className="figures">Spent on models in this interview: {spentWords(spent)}.</p>}
      <p>
        The grader was developed and checked on answers written by language models, and how well it reads the
        answers to the questions has not been measured: treat the vote as practice, and hold it against the
        quotes.{' '}
        <Link href={`/interviews/${id}/developer`} className="link no-print">
          How this interview came about
        </Link>
      </p>
    </div>
  );
}
