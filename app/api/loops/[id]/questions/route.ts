import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { openQuestion } from '#lib/services/loop/open-question.ts';

export const POST = route<{ id: string }>('/api/loops/[id]/questions', async ({ request, params }) => {
  const context = await contextOfRequest(request);
  const { interviewId } = await openQuestion({ context, input: { loopId: params.id } });
  return Response.json({ id: interviewId }, { status: 201 });
});
