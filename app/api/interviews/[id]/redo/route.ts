import { z } from 'zod';
import { sectionSchema } from '#lib/domain/section.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { redoSection } from '#lib/services/redo-section.ts';

const bodySchema = z.object({ section: sectionSchema, text: z.string() });

export const POST = route<{ id: string }>('/api/interviews/[id]/redo', async ({ request, params }) => {
  const body = await readBody(request, bodySchema);
  const context = await contextOfRequest(request);
  return Response.json(await redoSection({ context, input: { interviewId: params.id, ...body } }));
});
