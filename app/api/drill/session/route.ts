import { drillQuerySchema } from '#lib/http/drill-query.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { getDrillSession } from '#lib/services/drill/get-drill-session.ts';

export const GET = route<unknown>('/api/drill/session', async ({ request }) => {
  const { offset, ...within } = drillQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const context = await contextOfRequest(request);
  const session = await getDrillSession({ context, input: { utcOffset: offset, ...within } });
  return Response.json(session, { headers: { 'cache-control': 'no-store' } });
});
