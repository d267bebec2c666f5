import type { Metadata } from 'next';
import { LibraryFilter } from '#components/study/library-filter.tsx';
import { ScenarioEntries } from '#components/study/scenario-entries.tsx';
import { pageContext } from '#lib/http/page-context.ts';
import { libraryQuerySchema } from '#lib/http/study-query.ts';
import { listScenarios } from '#lib/services/list-scenarios.ts';
import { findScenarios } from '#lib/services/study/find-scenarios.ts';

export const metadata: Metadata = { title: 'Study' };

export default async function LibraryPage({ searchParams }: PageProps<'/study'>) {
  const { q, ...query } = libraryQuerySchema.parse(await searchParams);
  const context = await pageContext();
  const entries = await findScenarios({ context, input: { words: q, ...query } });
  const all = listScenarios({ context });
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-3 text-display">Study</h1>
      <p className="max-w-read pb-8 text-read">
        {all.length} questions, each with a story that holds up, what makes it work, the follow-ups it meets,
        and a weak answer taken apart.
      </p>
      <LibraryFilter scenarios={all} words={q ?? ''} query={query} />
      <ScenarioEntries entries={entries} level={query.level} />
    </main>
  );
}
