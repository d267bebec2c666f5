import { download } from '#lib/http/download.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { getReport } from '#lib/services/get-report.ts';

export const GET = route<{ id: string }>('/api/interviews/[id]/report.json', async ({ request, params }) => {
  const context = await contextOfRequest(request);
  const debrief = await getReport({ context, input: { interviewId: params.id } });
  return download(debrief.interview, 'json', `${JSON.stringify(debrief, null, 2)}\n`);
});
