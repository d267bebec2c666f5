import { ensureOwner } from '#lib/db/owners.ts';
import { countStories, findStory, insertStory, listStories } from '#lib/db/stories.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { readStoriesMarkdown } from '#lib/domain/story/read-story-markdown.ts';
import { type StoryContent, sameContent } from '#lib/domain/story/story.ts';
import { type BankedStory, readStoryBank } from '#lib/domain/story/story-json.ts';
import type { ServiceContext } from '../context.ts';
import type { StoryFormat } from './export-stories.ts';
import { noStory } from './own-story.ts';
import { saveStory, storiesAtMost, tooMany } from './save-story.ts';

export interface ImportedStories {
  added: number;
  /** Stories that were there with other words: what was imported is now their newest version. */
  updated: number;
  unchanged: number;
}

/**
 * Takes in a file of stories. Read as a whole before anything is stored, so that a fault in it changes nothing. JSON
 * brings stories back under their ids, with their versions; Markdown knows no ids and goes by the title.
 * @throws BarRaiserError story_unreadable naming the place, too_many_stories.
 */
export async function importStories({
  context,
  input,
}: {
  context: ServiceContext;
  input: { format: StoryFormat; text: string };
}): Promise<ImportedStories> {
  const { database, ownerId, clock } = context;
  if (ownerId === null) throw noStory();
  const incoming =
    input.format === 'json'
      ? readStoryBank(input.text)
      : await fromMarkdown(context, ownerId, readStoriesMarkdown(input.text));
  const known = new Set((await listStories(database, ownerId)).map(({ id }) => id));
  const added = incoming.filter(({ id }) => !known.has(id)).length;
  if ((await countStories(database, ownerId)) + added > storiesAtMost) throw tooMany();
  await ensureOwner(database, { id: ownerId, at: clock() });
  const counts: ImportedStories = { added: 0, updated: 0, unchanged: 0 };
  for (const story of incoming) counts[await take(context, ownerId, story)] += 1;
  return counts;
}

async function take(
  context: ServiceContext,
  ownerId: string,
  story: BankedStory,
): Promise<keyof ImportedStories> {
  const { database, ids } = context;
  const present = await findStory(database, { id: story.id, ownerId });
  if (present) {
    if (sameContent(present.content, story.content)) return 'unchanged';
    const { id, version: baseVersion } = present;
    await saveStory({ context, input: { id, baseVersion, content: story.content } });
    return 'updated';
  }
  if ((await insertStory(database, ownerId, story)) === 'stored') return 'added';
  // The id is someone else's here: the story is taken in under a new one.
  if ((await insertStory(database, ownerId, { ...story, id: ids() })) === 'stored') return 'added';
  throw new BarRaiserError('store_failed', 'A story could not be stored. Please try again.');
}

/** Stories without ids: one with the title of a story that is there stands for that story. */
async function fromMarkdown(
  { database, clock, ids }: ServiceContext,
  ownerId: string,
  contents: readonly StoryContent[],
): Promise<BankedStory[]> {
  const present = await listStories(database, ownerId);
  return contents.map((content) => {
    const same = present.find((story) => story.content.title === content.title);
    const at = clock();
    return {
      id: same?.id ?? ids(),
      version: 1,
      createdAt: at,
      updatedAt: at,
      content,
      versions: [{ version: 1, at, content }],
    };
  });
}
