import type { Metadata } from 'next';
import { StoryEditor } from '#components/stories/story-editor.tsx';
import { pageContext } from '#lib/http/page-context.ts';
import { beginStory } from '#lib/services/story/begin-story.ts';

export const metadata: Metadata = { title: 'A new story' };

export default async function NewStoryPage() {
  const { targets, choices } = beginStory({ context: await pageContext() });
  return (
    <main id="content" className="sheet w-full pb-20">
      <h1 className="pt-12 pb-3 text-display">A new story</h1>
      <p className="max-w-read pb-8 text-read">
        Write it as you would say it. A title is enough to begin; what you type is kept in this browser until
        you save.
      </p>
      <StoryEditor story={null} targets={targets} choices={choices} versions={[]} />
    </main>
  );
}
