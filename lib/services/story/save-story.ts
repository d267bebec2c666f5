import { ensureOwner } from '#lib/db/owners.ts';
import { appendStoryVersion, countStories, findStory, insertStory } from '#lib/db/stories.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { type Story, type StoryContent, sameContent } from '#lib/domain/story/story.ts';
import type { ServiceContext } from '../context.ts';
import { noStory } from './own-story.ts';

/** More than anyone prepares; keeps one person from filling the store. */
export const storiesAtMost = 200;

export interface SaveStoryInput {
  id: string;
  /** The version the person began to write from; null for a new story. */
  baseVersion: number | null;
  content: StoryContent;
}

/**
 * Saves a story: the first time under the id the browser chose, later as a further version. Saving what is there
 * already changes nothing, so that a request may be sent again.
 * @throws BarRaiserError story_conflict where another window saved something else meanwhile; too_many_stories; not_found.
 */
export async function saveStory({
  context,
  input,
}: {
  context: ServiceContext;
  input: SaveStoryInput;
}): Promise<Story> {
  const { database, ownerId } = context;
  if (ownerId === null) throw noStory();
  const present = await findStory(database, { id: input.id, ownerId });
  if (!present) return createStory(context, ownerId, input);
  if (sameContent(present.content, input.content)) return present;
  if (input.baseVersion !== present.version) throw changedElsewhere();
  const next: Story = {
    ...present,
    version: present.version + 1,
    updatedAt: context.clock(),
    content: input.content,
  };
  const outcome = await appendStoryVersion(database, ownerId, next);
  if (outcome === 'gone') throw noStory();
  if (outcome === 'stored') return next;
  // Another request was faster: with the same words it was this very one, sent twice.
  const saved = await findStory(database, { id: input.id, ownerId });
  if (saved && sameContent(saved.content, input.content)) return saved;
  throw changedElsewhere();
}

async function createStory(
  context: ServiceContext,
  ownerId: string,
  { id, baseVersion, content }: SaveStoryInput,
): Promise<Story> {
  const { database, clock } = context;
  // A story that was deleted in another window is not brought back by a later save of this one.
  if (baseVersion !== null) throw noStory();
  if ((await countStories(database, ownerId)) >= storiesAtMost) throw tooMany();
  const at = clock();
  await ensureOwner(database, { id: ownerId, at });
  const story: Story = { id, version: 1, createdAt: at, updatedAt: at, content };
  const outcome = await insertStory(database, ownerId, { ...story, versions: [{ version: 1, at, content }] });
  if (outcome === 'stored') return story;
  const saved = await findStory(database, { id, ownerId });
  if (saved && sameContent(saved.content, content)) return saved;
  throw changedElsewhere();
}

export function tooMany(): BarRaiserError {
  return new BarRaiserError(
    'too_many_stories',
    `A story bank holds at most ${storiesAtMost} stories. Delete one that you no longer need.`,
  );
}

function changedElsewhere(): BarRaiserError {
  return new BarRaiserError(
    'story_conflict',
    'This story was changed in another window since you opened it here. Your words are kept; reload to see the others.',
  );
}
