import type { Evidence } from '#lib/domain/evidence.ts';
import { excerpt, quoteId } from './marked-text.ts';

/** The candidate's words, as a block; a click leads to their place in the transcript. */
export function Quote({ evidence }: { evidence: Evidence }) {
  return (
    <blockquote className="mt-2 border-l border-edge pl-4 text-note">
      <a href={`#${quoteId(evidence)}`} className="hover:text-rubric focus-visible:text-rubric">
        “{evidence.quote}”<span className="sr-only"> (show in the transcript)</span>
      </a>
    </blockquote>
  );
}

/** A pointer to words that are quoted in full elsewhere. */
export function QuoteLink({ evidence }: { evidence: Evidence }) {
  return (
    <a href={`#${quoteId(evidence)}`} className="link">
      “{excerpt(evidence.quote)}”<span className="sr-only"> (show in the transcript)</span>
    </a>
  );
}
