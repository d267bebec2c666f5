import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { streamTurn } from '#lib/http/stream.ts';
import { resumeTurn } from '#lib/services/resume-turn.ts';

export const GET = route<{ id: string }>(
  '/api/interviews/[id]/stream',
  async ({ request, params, fault }) => {
    const context = await contextOfRequest(request);
    const parts = await resumeTurn({ context, input: { interviewId: params.id } });
    return parts ? streamTurn(parts, fault) : new Response(null, { status: 204 });
  },
);
