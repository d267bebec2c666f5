import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { streamProgress } from '#lib/http/stream.ts';
import { endLoop } from '#lib/services/loop/end-loop.ts';

export const POST = route<{ id: string }>('/api/loops/[id]/end', async ({ request, params, fault }) => {
  const context = await contextOfRequest(request);
  return streamProgress(await endLoop({ context, input: { loopId: params.id } }), fault);
});
