import { z } from 'zod';
import { modeSchema } from '#lib/domain/interview-event.ts';
import { levelSchema } from '#lib/domain/level.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { startStoryInterview } from '#lib/services/story/start-story-interview.ts';

const bodySchema = z.object({
  scenarioId: z.string().max(200),
  level: levelSchema,
  mode: modeSchema,
  engine: z.literal('embedded').optional(),
});

export const POST = route<{ id: string }>('/api/stories/[id]/interviews', async ({ request, params }) => {
  const body = await readBody(request, bodySchema);
  const context = await contextOfRequest(request);
  const started = await startStoryInterview({ context, input: { storyId: params.id, ...body } });
  return Response.json(started, { status: 201 });
});
