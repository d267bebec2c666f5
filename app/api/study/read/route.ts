import { z } from 'zod';
import { studyPartSchema } from '#lib/domain/study-progress.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextWithOwner } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { markRead } from '#lib/services/study/mark-read.ts';

const bodySchema = z.strictObject({ scenarioId: z.string().max(200), part: studyPartSchema });

export const POST = route<unknown>('/api/study/read', async ({ request }) => {
  const input = await readBody(request, bodySchema);
  const { context, headers } = await contextWithOwner(request);
  await markRead({ context, input });
  return new Response(null, { status: 204, headers });
});
