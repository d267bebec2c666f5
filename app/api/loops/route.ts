import { z } from 'zod';
import { modeSchema } from '#lib/domain/interview-event.ts';
import { levelSchema } from '#lib/domain/level.ts';
import { loopMinutesSchema, questionCountSchema } from '#lib/domain/loop/loop-event.ts';
import { practisedPrincipleSchema } from '#lib/domain/rubric.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest, contextWithOwner } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { listLoops } from '#lib/services/loop/list-loops.ts';
import { startLoop } from '#lib/services/loop/start-loop.ts';

const bodySchema = z.object({
  principles: z.array(practisedPrincipleSchema).min(1).max(16),
  questions: questionCountSchema,
  level: levelSchema,
  mode: modeSchema,
  minutes: loopMinutesSchema,
  engine: z.literal('embedded').optional(),
});

export const POST = route<unknown>('/api/loops', async ({ request }) => {
  const input = await readBody(request, bodySchema);
  const { context, headers } = await contextWithOwner(request);
  return Response.json(await startLoop({ context, input }), { status: 201, headers });
});

export const GET = route<unknown>('/api/loops', async ({ request }) => {
  const context = await contextOfRequest(request);
  return Response.json(await listLoops({ context }), { headers: { 'cache-control': 'no-store' } });
});
