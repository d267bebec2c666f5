import { BarRaiserError } from '#lib/domain/errors.ts';
import { firstPrinciple, type Story } from '#lib/domain/story/story.ts';
import type { ServiceContext } from '../context.ts';
import { ownStory } from './own-story.ts';

/**
 * The owner's story with the question it would be told for, or null: an address may name one that was deleted, or
 * that is someone else's, and still opens its page.
 */
export async function findStory({
  context,
  input,
}: {
  context: ServiceContext;
  input: { storyId: string };
}): Promise<{ story: Story; scenarioId: string | undefined } | null> {
  try {
    const story = await ownStory(context, input.storyId);
    const principle = firstPrinciple(story.content);
    return { story, scenarioId: context.library.scenarios.find((each) => each.principle === principle)?.id };
  } catch (error) {
    if (BarRaiserError.isInstance(error) && error.code === 'not_found') return null;
    throw error;
  }
}
