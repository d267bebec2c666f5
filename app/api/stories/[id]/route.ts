import { z } from 'zod';
import { storyContentSchema } from '#lib/domain/story/story.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { deleteStory } from '#lib/services/story/delete-story.ts';
import { getStory } from '#lib/services/story/get-story.ts';
import { saveStory } from '#lib/services/story/save-story.ts';

const name = '/api/stories/[id]';
const bodySchema = z.strictObject({
  baseVersion: z.number().int().positive(),
  content: storyContentSchema,
});

export const GET = route<{ id: string }>(name, async ({ request, params }) => {
  const context = await contextOfRequest(request);
  const story = await getStory({ context, input: { storyId: params.id } });
  return Response.json(story, { headers: { 'cache-control': 'no-store' } });
});

export const PUT = route<{ id: string }>(name, async ({ request, params }) => {
  const body = await readBody(request, bodySchema);
  const context = await contextOfRequest(request);
  return Response.json(await saveStory({ context, input: { id: params.id, ...body } }));
});

export const DELETE = route<{ id: string }>(name, async ({ request, params }) => {
  const context = await contextOfRequest(request);
  await deleteStory({ context, input: { storyId: params.id } });
  return new Response(null, { status: 204 });
});
