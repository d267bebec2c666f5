import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { zipStream } from '#lib/http/zip-stream.ts';
import { exportAccount } from '#lib/services/account/export-account.ts';

export const GET = route<unknown>('/api/account/export', async ({ request }) => {
  const context = await contextOfRequest(request);
  const at = context.clock();
  const name = `bar-raiser-${new Date(at).toISOString().slice(0, 10)}.zip`;
  return new Response(zipStream(await exportAccount({ context }), at), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
});
