import { z } from 'zod';
import { verdictSchema } from '#lib/domain/verdict.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { selfVote } from '#lib/services/self-vote.ts';

const bodySchema = z
  .strictObject({ vote: verdictSchema.optional(), skip: z.literal(true).optional() })
  .refine(({ vote, skip }) => (vote === undefined) !== (skip === undefined), 'either vote or skip is needed');

export const POST = route<{ id: string }>('/api/interviews/[id]/self-vote', async ({ request, params }) => {
  const { vote } = await readBody(request, bodySchema);
  const context = await contextOfRequest(request);
  await selfVote({ context, input: { interviewId: params.id, vote: vote ?? null } });
  return new Response(null, { status: 204 });
});
