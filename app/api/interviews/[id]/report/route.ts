import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { getReport } from '#lib/services/get-report.ts';

export const GET = route<{ id: string }>('/api/interviews/[id]/report', async ({ request, params }) => {
  const context = await contextOfRequest(request);
  const { report } = await getReport({ context, input: { interviewId: params.id } });
  return Response.json(report, { headers: { 'cache-control': 'no-store' } });
});
