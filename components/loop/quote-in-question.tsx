import { quoteId } from '#components/debrief/marked-text.ts';
import type { Evidence } from '#lib/domain/evidence.ts';

/** Words said in one question of a loop; leads to their place in that question's own debrief. */
export function QuoteInQuestion({
  evidence,
  position,
  interviewId,
  turnOnly = false,
}: {
  evidence: Evidence;
  position: number;
  interviewId: string | undefined;
  /** The debrief marks no such quote: the whole turn is where it leads. */
  turnOnly?: boolean;
}) {
  const anchor = turnOnly ? `turn-${evidence.turnId}` : quoteId(evidence);
  return (
    <blockquote className="mt-2 border-l border-edge pl-4 text-note">
      <a
        href={`/interviews/${interviewId ?? ''}#${anchor}`}
        className="hover:text-rubric focus-visible:text-rubric"
      >
        “{evidence.quote}”<span className="label ml-2 font-normal">question {position}</span>
      </a>
    </blockquote>
  );
}
