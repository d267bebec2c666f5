import type { Report } from '#lib/domain/report-schema.ts';
import { closeWords } from './plain-words.ts';

/** How this debrief came to be, and what to make of it. */
export function Colophon({ report }: { report: Report }) {
  return (
    <p className="mt-6 max-w-read text-note text-faded">
      {closeWords[report.closedBecause]} Read by the engine “{report.engine}”. The grader was developed and
      checked on answers written by language models, and how well it reads the answers to the questions has
      not been measured: treat the vote as practice, and hold it against the quotes.
    </p>
  );
}
