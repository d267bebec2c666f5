import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { deleteLoop } from '#lib/services/loop/delete-loop.ts';
import { getLoop } from '#lib/services/loop/get-loop.ts';

export const GET = route<{ id: string }>('/api/loops/[id]', async ({ request, params }) => {
  const context = await contextOfRequest(request);
  const view = await getLoop({ context, input: { loopId: params.id } });
  return Response.json(view, { headers: { 'cache-control': 'no-store' } });
});

export const DELETE = route<{ id: string }>('/api/loops/[id]', async ({ request, params }) => {
  const context = await contextOfRequest(request);
  await deleteLoop({ context, input: { loopId: params.id } });
  return new Response(null, { status: 204 });
});
