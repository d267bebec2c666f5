import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { levelLabels, voteLabels } from '#components/labels.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { DeleteStory } from '#components/stories/delete-story.tsx';
import { Reading } from '#components/stories/reading.tsx';
import { StoryEditor } from '#components/stories/story-editor.tsx';
import { StoryUses } from '#components/stories/story-uses.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { principleNames, principleSchema } from '#lib/domain/principle.ts';
import { pageContext } from '#lib/http/page-context.ts';
import { getStory } from '#lib/services/story/get-story.ts';

type Props = PageProps<'/stories/[id]'>;

const load = cache(async (storyId: string) => {
  try {
    return await getStory({ context: await pageContext(), input: { storyId } });
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'not_found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).story.content.title };
}

export default async function StoryPage({ params }: Props) {
  const { story, versions, uses, best, targets, reading } = await load((await params).id);
  const found = new Set(
    reading.told
      ? reading.principles.filter(({ fit }) => fit === 'carries').map(({ principle }) => principle)
      : [],
  );
  return (
    <main id="content" className="sheet w-full pb-20">
      <p className="label pt-12">
        Your story{best && ` · best so far ${voteLabels[best.vote]} (${levelLabels[best.level]})`}
      </p>
      <h1 className="max-w-[30ch] pt-2 pb-6 text-display">{story.content.title}</h1>
      <p className="no-print flex flex-wrap gap-x-4 gap-y-3 pb-8">
        <Link href={`/mock?story=${story.id}`} className={buttonClass('main')}>
          Tell it in a mock
        </Link>
        <Link href={`/drill?story=${story.id}`} className={buttonClass('plain')}>
          Drill it
        </Link>
      </p>
      <StoryEditor
        key={story.id}
        story={story}
        targets={targets}
        choices={principleSchema.options.map((principle) => ({
          principle,
          name: principleNames[principle],
          found: found.has(principle),
        }))}
        versions={versions}
      />
      <MarginSection title="As the grader reads it" note="The version you saved last">
        <Reading reading={reading} />
      </MarginSection>
      <MarginSection title="Told in">
        <StoryUses uses={uses} />
      </MarginSection>
      <MarginSection title="Delete it">
        <DeleteStory storyId={story.id} />
      </MarginSection>
    </main>
  );
}
