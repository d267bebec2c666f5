import { z } from 'zod';
import { exerciseAnswerSchema } from '#lib/domain/drill/answer.ts';
import { utcOffsetSchema, withinSchema } from '#lib/http/drill-query.ts';
import { readBody } from '#lib/http/read-body.ts';
import { contextWithOwner } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { answerExercise } from '#lib/services/drill/answer-exercise.ts';

const bodySchema = z.strictObject({
  id: z.string().min(8).max(100),
  exerciseId: z.string().min(1).max(300),
  answer: exerciseAnswerSchema,
  utcOffset: utcOffsetSchema,
  within: withinSchema.optional(),
});

export const POST = route<unknown>('/api/drill/answers', async ({ request }) => {
  const input = await readBody(request, bodySchema);
  const { context, headers } = await contextWithOwner(request);
  return Response.json(await answerExercise({ context, input }), { headers });
});
