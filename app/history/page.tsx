import type { Metadata } from 'next';
import Link from 'next/link';
import { InterviewList } from '#components/history/interview-list.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { pageContext } from '#lib/http/page-context.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';

export const metadata: Metadata = { title: 'Your interviews' };

export default async function HistoryPage() {
  const interviews = await listInterviews({ context: await pageContext() });
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-10 text-display">Your interviews</h1>
      {interviews.length > 0 ? (
        <InterviewList interviews={interviews} />
      ) : (
        <div className="border-t border-rule pt-6">
          <p className="max-w-read text-read">
            There are none yet. Each one stays here, with its debrief, until you delete it.
          </p>
          <Link href="/" className={`${buttonClass('main')} mt-6`}>
            Choose a question
          </Link>
        </div>
      )}
    </main>
  );
}
