import { downloadLoop } from '#lib/http/download.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { getLoopReport } from '#lib/services/loop/get-loop-report.ts';

export const GET = route<{ id: string }>('/api/loops/[id]/report.json', async ({ request, params }) => {
  const context = await contextOfRequest(request);
  const report = await getLoopReport({ context, input: { loopId: params.id } });
  return downloadLoop(report.loop, 'json', `${JSON.stringify(report, null, 2)}\n`);
});
