import { z } from 'zod';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { changeEngine } from '#lib/services/change-engine.ts';

const bodySchema = z.strictObject({ engine: z.literal('embedded') });

export const POST = route<{ id: string }>('/api/interviews/[id]/engine', async ({ request, params }) => {
  await readBody(request, bodySchema);
  const context = await contextOfRequest(request);
  const interview = await changeEngine({ context, input: { interviewId: params.id } });
  return Response.json(interview, { headers: { 'cache-control': 'no-store' } });
});
