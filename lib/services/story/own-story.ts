import { findStory } from '#lib/db/stories.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Story } from '#lib/domain/story/story.ts';
import type { ServiceContext } from '../context.ts';

/**
 * The owner's story.
 * @throws BarRaiserError not_found for an unknown story and for someone else's.
 */
export async function ownStory({ database, ownerId }: ServiceContext, id: string): Promise<Story> {
  const story = ownerId === null ? null : await findStory(database, { id, ownerId });
  if (!story) throw noStory();
  return story;
}

export function noStory(): BarRaiserError {
  return new BarRaiserError('not_found', 'There is no such story.');
}
