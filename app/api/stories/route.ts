import { z } from 'zod';
import { storyContentSchema, storyIdSchema } from '#lib/domain/story/story.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest, contextWithOwner } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { listStories } from '#lib/services/story/list-stories.ts';
import { saveStory } from '#lib/services/story/save-story.ts';

const bodySchema = z.strictObject({ id: storyIdSchema, content: storyContentSchema });

export const POST = route<unknown>('/api/stories', async ({ request }) => {
  const { id, content } = await readBody(request, bodySchema);
  const { context, headers } = await contextWithOwner(request);
  const story = await saveStory({ context, input: { id, baseVersion: null, content } });
  return Response.json(story, { status: 201, headers });
});

export const GET = route<unknown>('/api/stories', async ({ request }) => {
  const context = await contextOfRequest(request);
  return Response.json(await listStories({ context }), { headers: { 'cache-control': 'no-store' } });
});
