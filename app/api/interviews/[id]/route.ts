import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { deleteInterview } from '#lib/services/delete-interview.ts';
import { getInterview } from '#lib/services/get-interview.ts';

const name = '/api/interviews/[id]';

export const GET = route<{ id: string }>(name, async ({ request, params }) => {
  const context = await contextOfRequest(request);
  const interview = await getInterview({ context, input: { interviewId: params.id } });
  return Response.json(interview, { headers: { 'cache-control': 'no-store' } });
});

export const DELETE = route<{ id: string }>(name, async ({ request, params }) => {
  const context = await contextOfRequest(request);
  await deleteInterview({ context, input: { interviewId: params.id } });
  return new Response(null, { status: 204 });
});
