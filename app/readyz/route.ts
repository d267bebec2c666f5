import { route } from '#lib/http/route.ts';
import { checkReadiness } from '#lib/services/check-readiness.ts';
import { processContext } from '#lib/services/context.ts';

/** Whether visitors may be sent here: store, schema and library are there, and the process is not about to end. */
export const GET = route<unknown>('/readyz', async () => {
  const code = await checkReadiness(processContext);
  const headers = { 'cache-control': 'no-store' };
  return code === null
    ? Response.json({ status: 'ready' }, { headers })
    : Response.json({ status: 'unready', code }, { status: 503, headers });
});
