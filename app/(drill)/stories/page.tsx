import type { Metadata } from 'next';
import Link from 'next/link';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { CoverageTable } from '#components/stories/coverage-table.tsx';
import { StoryList } from '#components/stories/story-list.tsx';
import { TakeAlong } from '#components/stories/take-along.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { principleNames } from '#lib/domain/principle.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { listStories } from '#lib/services/story/list-stories.ts';

export const metadata: Metadata = { title: 'Your stories' };

export default async function StoriesPage() {
  const { stories, coverage } = await listStories({ context: await pageContext() });
  const holes = coverage.filter(({ standing }) => standing === 'hole').length;
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-3 text-display">Your stories</h1>
      <p className="max-w-read pb-10 text-read">
        Write each once, know its numbers, and know which principles it carries.
      </p>
      <MarginSection title="The bank" note={storyCount(stories.length)}>
        {stories.length > 0 ? (
          <StoryList stories={stories} principleNames={principleNames} />
        ) : (
          <p className="max-w-read text-read">
            There are none yet. Begin with the one you would tell if you were asked today.
          </p>
        )}
        <Link href="/stories/new" className={`${buttonClass('main')} mt-6`}>
          Write a story
        </Link>
      </MarginSection>
      <MarginSection title="Coverage" note={holes === 0 ? 'No holes' : `${holes} of 16 without a story`}>
        <CoverageTable rows={coverage} titles={stories.map(({ story }) => story.content.title)} />
        <p className="label mt-3 font-normal">
          Filled: you tell it. Outlined: the grader finds that it could carry it. Two stories a principle are
          safe.
        </p>
      </MarginSection>
      <MarginSection title="Take along">
        <TakeAlong some={stories.length > 0} />
      </MarginSection>
    </main>
  );
}

function storyCount(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? 'One story' : `${count} stories`;
}
