import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { getLoopReport } from '#lib/services/loop/get-loop-report.ts';

export const GET = route<{ id: string }>('/api/loops/[id]/report', async ({ request, params }) => {
  const context = await contextOfRequest(request);
  const { debrief } = await getLoopReport({ context, input: { loopId: params.id } });
  return Response.json(debrief, { headers: { 'cache-control': 'no-store' } });
});
