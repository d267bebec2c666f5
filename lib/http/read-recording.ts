import { recordingTypeSchema } from '#lib/domain/delivery/recording.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Recording } from '#lib/engines/voice/transcriber.ts';

/** Half a minute as a browser records it is below 0.5 MB; a stretch without a pause has room for much more. */
const recordingLimitBytes = 10 * 1024 * 1024;

/**
 * Reads a request's body as recorded audio of a known type.
 * @throws BarRaiserError bad_request for another type or no audio, body_too_large.
 */
export async function readRecording(request: Request): Promise<Recording> {
  const type = recordingTypeSchema.safeParse(request.headers.get('content-type')?.split(';')[0]?.trim());
  if (!type.success) throw new BarRaiserError('bad_request', 'This is no audio that can be transcribed.');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > recordingLimitBytes) {
      throw new BarRaiserError('body_too_large', 'This recording is too long to be transcribed at once.');
    }
    chunks.push(chunk);
  }
  if (size === 0) throw new BarRaiserError('bad_request', 'There is nothing in this recording.');
  return { bytes: new Uint8Array(Buffer.concat(chunks)), type: type.data };
}
