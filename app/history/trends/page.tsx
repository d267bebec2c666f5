import type { Metadata } from 'next';
import { HistoryFilterForm } from '#components/history/history-filter-form.tsx';
import { historyHref } from '#components/history/history-links.ts';
import { HistoryNav } from '#components/history/history-nav.tsx';
import { levelLabels, verdictOrder, voteLabels } from '#components/labels.ts';
import { TrendSection } from '#components/trends/trend-section.tsx';
import type { TrendPoint } from '#lib/domain/history/trends.ts';
import { principleNames } from '#lib/domain/principle.ts';
import { trendsQuerySchema } from '#lib/http/history-query.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { pageZone } from '#lib/http/page-zone.ts';
import { getStanding, getTrends } from '#lib/services/history/get-progress.ts';
import { listHistory } from '#lib/services/history/list-history.ts';

export const metadata: Metadata = { title: 'Trends' };

const voteSteps = verdictOrder.map((verdict) => voteLabels[verdict]);
const voteWords = ({ value, leaning }: TrendPoint) => `${leaning ? 'leaning ' : ''}${voteSteps[value] ?? ''}`;
const scoreWords = ({ value }: TrendPoint) => String(value);

export default async function TrendsPage({ searchParams }: PageProps<'/history/trends'>) {
  const { criterion, of, ...filter } = trendsQuerySchema.parse(await searchParams);
  const context = await pageContext();
  const input = { filter, offset: await pageZone() };
  const trends = await getTrends({ context, input });
  const { next } = await getStanding({ context });
  const { choices } = await listHistory({ context, input: { ...input, page: 1 } });
  const link = (view: { criterion?: string; of?: string }, anchor: string) =>
    `${historyHref({ ...filter, criterion, of, ...view }, '/history/trends')}#${anchor}`;
  const criteria = trends.criteria.map((each) => ({
    ...each,
    key: each.criterion,
    href: link({ criterion: each.criterion }, 'criteria'),
  }));
  const principles = trends.principles.map((each) => ({
    ...each,
    key: each.principle,
    name: principleNames[each.principle],
    href: link({ of: each.principle }, 'principles'),
  }));
  const wanted = criterion ?? next?.criterion;
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-4 text-display">Trends</h1>
      <HistoryNav chosen="trends" filter={filter} />
      <div className="mt-6">
        <HistoryFilterForm action="/history/trends" filter={filter} choices={choices} />
        {trends.attempts === 0 ? (
          <p className="max-w-read border-t border-rule pt-6 text-read">
            There is nothing to draw yet: a trend begins with the first interview that has its debrief.
          </p>
        ) : (
          <>
            <TrendSection
              id="criteria"
              title="By criterion"
              note="The score after the follow-up questions, 0 to 3"
              entries={criteria}
              chosen={criteria.find(({ key }) => key === wanted) ?? criteria[0] ?? null}
              column="Score"
              steps={['0', '1', '2', '3']}
              words={scoreWords}
            />
            <TrendSection
              id="principles"
              title="By principle"
              note={`The vote, every interview read for ${levelLabels[trends.level]}`}
              entries={principles}
              chosen={principles.find(({ key }) => key === of) ?? principles[0] ?? null}
              column="Vote"
              steps={voteSteps}
              words={voteWords}
            />
          </>
        )}
      </div>
    </main>
  );
}
