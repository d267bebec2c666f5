import { deleteStory as deleteRecord } from '#lib/db/stories.ts';
import type { ServiceContext } from '../context.ts';
import { noStory } from './own-story.ts';

/**
 * Deletes one of the owner's stories with its versions and everything answered to its exercises. Interviews it was
 * taken to stay, and so do the days one practised on.
 * @throws BarRaiserError not_found.
 */
export async function deleteStory({
  context,
  input,
}: {
  context: ServiceContext;
  input: { storyId: string };
}): Promise<void> {
  const { database, ownerId } = context;
  const deleted = ownerId !== null && (await deleteRecord(database, { id: input.storyId, ownerId }));
  if (!deleted) throw noStory();
}
