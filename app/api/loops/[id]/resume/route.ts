import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { pauseLoop } from '#lib/services/loop/pause-loop.ts';

export const POST = route<{ id: string }>('/api/loops/[id]/resume', async ({ request, params }) => {
  const context = await contextOfRequest(request);
  await pauseLoop({ context, input: { loopId: params.id, paused: false } });
  return new Response(null, { status: 204 });
});
