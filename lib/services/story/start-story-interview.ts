import { insertStoryUse } from '#lib/db/stories.ts';
import type { ServiceContext } from '../context.ts';
import { type StartInterviewInput, startInterview } from '../start-interview.ts';
import { ownStory } from './own-story.ts';

/**
 * Starts an interview that one of the owner's stories is taken to, and remembers that it was.
 * @throws BarRaiserError not_found, unknown_scenario.
 */
export async function startStoryInterview({
  context,
  input: { storyId, ...input },
}: {
  context: ServiceContext;
  input: StartInterviewInput & { storyId: string };
}): Promise<{ id: string }> {
  const story = await ownStory(context, storyId);
  const interview = await startInterview({ context, input });
  await insertStoryUse(context.database, { storyId: story.id, interviewId: interview.id });
  return interview;
}
