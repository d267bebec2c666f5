import { z } from 'zod';
import { readRecording } from '#lib/http/read-recording.ts';
import { contextOfRequest } from '#lib/http/request-context.ts';
import { route } from '#lib/http/route.ts';
import { transcribeSpeech } from '#lib/services/transcribe-speech.ts';

const querySchema = z.object({ interview: z.string().max(100).catch('') });

/** `?interview=ID`, the body is the audio. */
export const POST = route<unknown>('/api/voice/transcriptions', async ({ request }) => {
  const { interview: interviewId } = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const context = await contextOfRequest(request);
  const recording = await readRecording(request);
  const input = { interviewId, recording, signal: request.signal };
  return Response.json(await transcribeSpeech({ context, input }), {
    headers: { 'cache-control': 'no-store' },
  });
});
