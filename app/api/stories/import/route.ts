import { z } from 'zod';
import { importLimitBytes, readBody } from '#lib/http/read-body.ts';
import { contextWithOwner } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { importStories } from '#lib/services/story/import-stories.ts';

const bodySchema = z.strictObject({ format: z.enum(['md', 'json']), text: z.string() });

export const POST = route<unknown>('/api/stories/import', async ({ request }) => {
  const input = await readBody(request, bodySchema, importLimitBytes);
  const { context, headers } = await contextWithOwner(request);
  return Response.json(await importStories({ context, input }), { headers });
});
