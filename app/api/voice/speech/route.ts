import { z } from 'zod';
import { readBody } from '#lib/http/read-body.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { speakAloud } from '#lib/services/speak-aloud.ts';

const bodySchema = z.object({
  interviewId: z.string().min(1).max(100),
  text: z.string().trim().min(1).max(1000),
});

export const POST = route<unknown>('/api/voice/speech', async ({ request }) => {
  const body = await readBody(request, bodySchema);
  const context = await contextOfRequest(request);
  const { type, audio } = await speakAloud({ context, input: { ...body, signal: request.signal } });
  return new Response(audio, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
});
