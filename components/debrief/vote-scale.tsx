import { verdictOrder, voteLabels } from '#components/labels.ts';
import type { Verdict, Vote } from '#lib/domain/verdict.ts';

/** The four votes on a line: the bar stands at the one given; one's own is named beneath. */
export function VoteScale({ vote, own }: { vote: Vote; own: Verdict | null }) {
  return (
    <div className="mt-8">
      <ol className="grid grid-cols-4 border-b border-ink" aria-hidden="true">
        {verdictOrder.map((verdict) => (
          <li key={verdict} className="h-4 px-px">
            {verdict === vote && <span className="block h-2 bg-rubric print:[print-color-adjust:exact]" />}
          </li>
        ))}
      </ol>
      <ol className="label mt-2 grid grid-cols-4" aria-label="The four votes">
        {verdictOrder.map((verdict) => (
          <li key={verdict} className="pr-2">
            <span className={verdict === vote ? 'font-semibold text-ink' : ''}>{voteLabels[verdict]}</span>
            {verdict === vote && <span className="block font-normal">this debrief</span>}
            {verdict === own && <span className="block font-normal text-rubric">your vote</span>}
          </li>
        ))}
      </ol>
      {own === null && <p className="label mt-2 font-normal">You skipped your own vote.</p>}
    </div>
  );
}
