import { z } from 'zod';
import { spokenWordsSchema } from '#lib/domain/delivery/spoken-word.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { streamTurn } from '#lib/http/stream.ts';
import { takeTurn } from '#lib/services/take-turn.ts';

const bodySchema = z.object({
  clientTurnId: z.string().min(1).max(100),
  text: z.string(),
  spokenSeconds: z.number().positive().max(7200).optional(),
  words: spokenWordsSchema.optional(),
  repliesTo: z.string().max(100).optional(),
});

export const POST = route<{ id: string }>(
  '/api/interviews/[id]/turns',
  async ({ request, params, fault }) => {
    const body = await readBody(request, bodySchema);
    const context = await contextOfRequest(request);
    const parts = await takeTurn({ context, input: { interviewId: params.id, ...body } });
    return streamTurn(parts, fault);
  },
);
