import { listStories, listStoryVersions } from '#lib/db/stories.ts';
import { type BankedStory, storyBankJson } from '#lib/domain/story/story-json.ts';
import { storiesMarkdown } from '#lib/domain/story/story-markdown.ts';
import type { ServiceContext } from '../context.ts';

export type StoryFormat = 'md' | 'json';

/** The owner's stories as one file, the oldest first: Markdown as they stand, JSON with every version and time. */
export async function exportStories({
  context,
  input,
}: {
  context: ServiceContext;
  input: { format: StoryFormat };
}): Promise<string> {
  const { database, ownerId } = context;
  const listed = ownerId === null ? [] : await listStories(database, ownerId);
  const stories = listed.toSorted(
    (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
  if (input.format === 'md') return storiesMarkdown(stories.map(({ content }) => content));
  const banked: BankedStory[] = [];
  for (const story of stories) {
    banked.push({ ...story, versions: await listStoryVersions(database, story.id) });
  }
  return storyBankJson(banked);
}
