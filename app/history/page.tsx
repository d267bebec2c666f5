import type { Metadata } from 'next';
import Link from 'next/link';
import { HistoryFilterForm } from '#components/history/history-filter-form.tsx';
import { isNarrowed } from '#components/history/history-links.ts';
import { HistoryNav } from '#components/history/history-nav.tsx';
import { InterviewList } from '#components/history/interview-list.tsx';
import { Pages } from '#components/history/pages.tsx';
import { Standing } from '#components/history/standing.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { historyQuerySchema } from '#lib/http/history-query.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { pageZone } from '#lib/http/page-zone.ts';
import { getStanding } from '#lib/services/history/get-progress.ts';
import { listHistory } from '#lib/services/history/list-history.ts';

export const metadata: Metadata = { title: 'Your interviews' };

export default async function HistoryPage({ searchParams }: PageProps<'/history'>) {
  const { page, ...filter } = historyQuerySchema.parse(await searchParams);
  const context = await pageContext();
  const input = { filter, page, offset: await pageZone() };
  const history = await listHistory({ context, input });
  if (history.all === 0) return <NothingYet />;
  const standing = isNarrowed(filter) ? null : await getStanding({ context });
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-4 text-display">Your interviews</h1>
      <HistoryNav chosen="interviews" filter={filter} />
      <div className="mt-6">
        {standing && <Standing standing={standing} />}
        <HistoryFilterForm action="/history" filter={filter} choices={history.choices} />
        <p className="label figures pb-4" role="status">
          {isNarrowed(filter) ? `${history.found} of ${history.all} interviews` : `${history.all} interviews`}
        </p>
        {history.entries.length > 0 ? (
          <InterviewList interviews={history.entries} />
        ) : (
          <p className="max-w-read border-t border-rule pt-6 text-read">
            None of your interviews is like this.
          </p>
        )}
        <Pages filter={filter} page={history.page} pages={history.pages} />
      </div>
    </main>
  );
}

function NothingYet() {
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-10 text-display">Your interviews</h1>
      <div className="border-t border-rule pt-6">
        <p className="max-w-read text-read">
          There are none yet. Each one stays here, with its debrief, until you delete it.
        </p>
        <Link href="/" className={`${buttonClass('main')} mt-6`}>
          Choose a question
        </Link>
      </div>
    </main>
  );
}
