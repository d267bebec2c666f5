import { drillQuerySchema } from '#lib/http/drill-query.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { drillProgress } from '#lib/services/drill/drill-progress.ts';

export const GET = route<unknown>('/api/progress', async ({ request }) => {
  const { offset } = drillQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const context = await contextOfRequest(request);
  const progress = await drillProgress({ context, input: { utcOffset: offset } });
  return Response.json(progress, { headers: { 'cache-control': 'no-store' } });
});
