import OpenAI from 'openai';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { VoiceEndpoint } from './settings.ts';

/** What could not be done, as it stands in a sentence. */
export type VoiceTask = 'transcription' | 'speech';

const names: Record<VoiceTask, string> = { transcription: 'The transcription', speech: 'The voice' };

/**
 * A failure of a request for transcription or speech as one of our faults: by its class and status, never by its
 * prose. What is no failure of the request is passed on as it is.
 */
export function voiceFault(error: unknown, task: VoiceTask, { model, baseUrl }: VoiceEndpoint): unknown {
  const who = `${names[task]} (${model} at ${new URL(baseUrl).host})`;
  const known = (code: ConstructorParameters<typeof BarRaiserError>[0], what: string) =>
    new BarRaiserError(code, `${who} ${what}`, { cause: error });
  if (error instanceof OpenAI.APIUserAbortError || !(error instanceof OpenAI.APIError)) return error;
  if (error instanceof OpenAI.APIConnectionTimeoutError)
    return known('model_stalled', 'took too long to answer. Try again.');
  if (error instanceof OpenAI.APIConnectionError)
    return known('model_unreachable', "can't be reached. Check that its server runs, then try again.");
  const status = error.status ?? 0;
  if (status === 401 || status === 403) return known('model_refused_key', 'refuses its key.');
  if (status === 404) return known('model_unknown', 'is not known there. Check the name and the address.');
  if (status === 429)
    return known('model_over_quota', 'takes no more requests just now. Try again in a moment.');
  if (status === 413) return known('model_request_refused', 'takes no recording as long as this.');
  if (status >= 500 || status === 408)
    return known('model_failed', `failed (${status}). Try again in a moment.`);
  return known('model_request_refused', `refused the request (${status}).`);
}
