import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { streamProgress } from '#lib/http/stream.ts';
import { endInterview } from '#lib/services/end-interview.ts';

export const POST = route<{ id: string }>('/api/interviews/[id]/end', async ({ request, params, fault }) => {
  const context = await contextOfRequest(request);
  return streamProgress(await endInterview({ context, input: { interviewId: params.id } }), fault);
});
