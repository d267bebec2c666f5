import Link from 'next/link';
import { DeleteInterview } from '#components/history/delete-interview.tsx';
import { buttonClass } from '#components/ui/button.tsx';

/** Taking the debrief along, or leaving nothing of it here. */
export function KeepOrDelete({ interviewId }: { interviewId: string }) {
  const report = `/api/interviews/${interviewId}/report`;
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-3">
      <a className={buttonClass('plain')} href={`${report}.md`} download>
        Markdown
      </a>
      <a className={buttonClass('plain')} href={`${report}.json`} download>
        JSON
      </a>
      <Link className={buttonClass('plain')} href={`/interviews/${interviewId}/replay`} prefetch={false}>
        Replay
      </Link>
      <DeleteInterview interviewId={interviewId} />
    </div>
  );
}
