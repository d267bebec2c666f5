import { listStories as listRecords, listStoryUses } from '#lib/db/stories.ts';
import { countWords } from '#lib/domain/spoken-time.ts';
import { coverageMap } from '#lib/domain/story/coverage.ts';
import { storyText } from '#lib/domain/story/story.ts';
import { bestGrade, type StoryBankView } from '#lib/domain/story/story-view.ts';
import type { ServiceContext } from '../context.ts';
import { foundPrinciples } from './found-principles.ts';

/** The owner's stories, the latest changed first, with how they fared, and the principles they cover. */
export async function listStories({ context }: { context: ServiceContext }): Promise<StoryBankView> {
  const { database, ownerId } = context;
  if (ownerId === null) return { stories: [], coverage: coverageMap([], new Map()) };
  const [stories, uses] = [await listRecords(database, ownerId), await listStoryUses(database, ownerId)];
  return {
    stories: stories.map((story) => {
      const own = uses.filter(({ storyId }) => storyId === story.id);
      return {
        story,
        words: countWords(storyText(story.content.sections).text),
        timesUsed: own.length,
        best: bestGrade(own),
      };
    }),
    coverage: coverageMap(stories, await foundPrinciples(context, stories)),
  };
}
