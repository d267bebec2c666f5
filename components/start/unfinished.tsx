import Link from 'next/link';
import { levelLabels } from '#components/labels.ts';
import type { InterviewSummary } from '#lib/domain/interview-view.ts';

/** The way back to what was begun and not ended. */
export function Unfinished({ interviews }: { interviews: readonly InterviewSummary[] }) {
  const [latest, ...others] = interviews;
  if (!latest) return null;
  return (
    <div className="mb-10 border-l-4 border-rubric pl-5">
      <p className="text-note">
        You have an unfinished interview:{' '}
        <Link href={`/interviews/${latest.id}`} className="link">
          {latest.question}
        </Link>{' '}
        <span className="text-faded">({levelLabels[latest.level]})</span>
      </p>
      {others.length > 0 && (
        <p className="label mt-1">
          <Link href="/history" className="link">
            {others.length} more
          </Link>
        </p>
      )}
    </div>
  );
}
