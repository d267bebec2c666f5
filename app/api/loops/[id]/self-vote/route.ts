import { z } from 'zod';
import { verdictSchema } from '#lib/domain/verdict.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { voteOnLoop } from '#lib/services/loop/vote-on-loop.ts';

const bodySchema = z
  .strictObject({ vote: verdictSchema.optional(), skip: z.literal(true).optional() })
  .refine(({ vote, skip }) => (vote === undefined) !== (skip === undefined), 'either vote or skip is needed');

export const POST = route<{ id: string }>('/api/loops/[id]/self-vote', async ({ request, params }) => {
  const { vote } = await readBody(request, bodySchema);
  const context = await contextOfRequest(request);
  await voteOnLoop({ context, input: { loopId: params.id, vote: vote ?? null } });
  return new Response(null, { status: 204 });
});
