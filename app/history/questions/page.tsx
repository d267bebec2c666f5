import type { Metadata } from 'next';
import { RecordList } from '#components/compare/record-list.tsx';
import { HistoryFilterForm } from '#components/history/history-filter-form.tsx';
import { HistoryNav } from '#components/history/history-nav.tsx';
import { historyFilterSchema } from '#lib/http/history-query.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { pageZone } from '#lib/http/page-zone.ts';
import { getQuestionRecords } from '#lib/services/history/get-progress.ts';
import { listHistory } from '#lib/services/history/list-history.ts';

export const metadata: Metadata = { title: 'Best and latest' };

export default async function QuestionsPage({ searchParams }: PageProps<'/history/questions'>) {
  const filter = historyFilterSchema.parse(await searchParams);
  const context = await pageContext();
  const input = { filter, offset: await pageZone() };
  const { records, attempts } = await getQuestionRecords({ context, input });
  const { choices } = await listHistory({ context, input: { ...input, page: 1 } });
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-4 text-display">Best and latest</h1>
      <HistoryNav chosen="questions" filter={filter} />
      <div className="mt-6">
        <HistoryFilterForm action="/history/questions" filter={filter} choices={choices} />
        {records.length > 0 ? (
          <RecordList records={records} attempts={attempts} />
        ) : (
          <p className="max-w-read border-t border-rule pt-6 text-read">
            No question has a debrief here yet. Each stands here with its best attempt and its latest.
          </p>
        )}
      </div>
    </main>
  );
}
