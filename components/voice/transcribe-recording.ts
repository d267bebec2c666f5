import { ApiError, request } from '#components/api-error.ts';
import type { SpokenWord } from '#lib/domain/delivery/spoken-word.ts';
import type { Heard } from './recogniser.ts';
import { parseWords, shifted } from './take.ts';
import type { Recorded } from './transcription-queue.ts';

/**
 * Has a recording written down by the server; it is not stored.
 * @throws ApiError.
 */
export async function transcribeRecording(
  interviewId: string,
  { audio, start, end }: Recorded,
): Promise<Heard> {
  const type = audio.type.split(';')[0] ?? '';
  const response = await request(`/api/voice/transcriptions?interview=${encodeURIComponent(interviewId)}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: audio,
  });
  const { text, words } = readTranscription(await response.json());
  return { text, words: words && shifted(words, start), start, end };
}

function readTranscription(body: unknown): { text: string; words: SpokenWord[] | null } {
  if (typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string') {
    const words = 'words' in body ? parseWords(body.words) : null;
    return { text: body.text, words };
  }
  throw new ApiError('unreadable', 'What the server heard can’t be read. Please try again.', 0);
}

const longestWait = 10_000;

/** Milliseconds before a recording is sent again; null: it is left to the person. Only what time may cure is tried. */
export function waitBeforeSending(error: unknown, failures: number): number | null {
  if (!(error instanceof ApiError) || failures > 3) return null;
  const { status } = error;
  const passing = status === 0 || status === 429 || status === 502 || status === 503 || status === 504;
  const refused = error.code === 'model_refused_key' || error.code === 'model_unknown';
  return passing && !refused ? Math.min(1000 * 2 ** (failures - 1), longestWait) : null;
}
