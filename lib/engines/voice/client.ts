import OpenAI from 'openai';
import type { VoiceEndpoint } from './settings.ts';

/** A client of one OpenAI-compatible server. What the package would read from the environment by itself is set here. */
export function voiceClient({ baseUrl, apiKey }: VoiceEndpoint, timeout: number): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    // A server of one's own asks for none, but the package does.
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 1,
    timeout,
    logLevel: 'off',
  });
}
