import Link from 'next/link';
import { levelLabels, voteLabels } from '#components/labels.ts';
import type { StoryUseView } from '#lib/domain/story/story-view.ts';

/** The interviews a story was taken to. */
export function StoryUses({ uses }: { uses: readonly StoryUseView[] }) {
  if (uses.length === 0) return <p className="text-note text-faded">In no interview so far.</p>;
  return (
    <ul className="max-w-read">
      {uses.map(({ interviewId, question, level, at, vote }) => (
        <li key={interviewId} className="border-b border-rule py-2.5 last:border-b-0">
          <Link href={`/interviews/${interviewId}`} className="text-note hover:text-rubric">
            {question}
          </Link>
          <p className="label mt-0.5 font-normal">
            {vote ? voteLabels[vote] : 'not voted on'}, {levelLabels[level]},{' '}
            <time dateTime={new Date(at).toISOString()}>
              {new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })}
            </time>
          </p>
        </li>
      ))}
    </ul>
  );
}
