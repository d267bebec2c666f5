import { listStoryUses, listStoryVersions } from '#lib/db/stories.ts';
import { bestGrade, type StoryView } from '#lib/domain/story/story-view.ts';
import type { ServiceContext } from '../context.ts';
import { ownStory } from './own-story.ts';
import { sectionTargets } from './section-targets.ts';
import { suggestPrinciples } from './suggest-principles.ts';

/**
 * One of the owner's stories with its versions, the interviews it was taken to and what the grader reads in it.
 * @throws BarRaiserError not_found.
 */
export async function getStory({
  context,
  input,
}: {
  context: ServiceContext;
  input: { storyId: string };
}): Promise<StoryView> {
  const { database, library, ownerId } = context;
  const story = await ownStory(context, input.storyId);
  const versions = await listStoryVersions(database, story.id);
  const uses = ownerId === null ? [] : await listStoryUses(database, ownerId);
  const own = uses.filter(({ storyId }) => storyId === story.id);
  return {
    story,
    versions,
    uses: own.map(({ interviewId, scenarioId, level, at, vote }) => ({
      interviewId,
      question: library.scenarios.find(({ id }) => id === scenarioId)?.question ?? scenarioId,
      level,
      at,
      vote,
    })),
    best: bestGrade(own),
    targets: sectionTargets(library, story.content),
    reading: await suggestPrinciples({ context, input: { content: story.content } }),
  };
}
