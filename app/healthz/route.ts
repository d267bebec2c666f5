import { route } from '#lib/http/route.ts';

/** The process is alive and answers; nothing else is asked. */
export const GET = route<unknown>('/healthz', async () =>
  Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } }),
);
