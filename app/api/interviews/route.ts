import { z } from 'zod';
import { modeSchema } from '#lib/domain/interview-event.ts';
import { levelSchema } from '#lib/domain/level.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest, contextWithOwner } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { listInterviews } from '#lib/services/list-interviews.ts';
import { startInterview } from '#lib/services/start-interview.ts';

const bodySchema = z.object({
  scenarioId: z.string().max(200),
  level: levelSchema,
  mode: modeSchema,
  engine: z.literal('embedded').optional(),
});

export const POST = route<unknown>('/api/interviews', async ({ request }) => {
  const input = await readBody(request, bodySchema);
  const { context, headers } = await contextWithOwner(request);
  return Response.json(await startInterview({ context, input }), { status: 201, headers });
});

export const GET = route<unknown>('/api/interviews', async ({ request }) => {
  const context = await contextOfRequest(request);
  return Response.json(await listInterviews({ context }), { headers: { 'cache-control': 'no-store' } });
});
