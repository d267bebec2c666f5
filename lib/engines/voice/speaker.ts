import { BarRaiserError } from '#lib/domain/errors.ts';
import { voiceClient } from './client.ts';
import { voiceFault } from './fault.ts';
import type { SpeechFormat, VoiceSettings } from './settings.ts';

export interface Speaker {
  readonly model: string;
  readonly host: string;
  /** The words as audio, as it comes in. */
  speak(text: string, signal?: AbortSignal): Promise<{ type: string; audio: ReadableStream<Uint8Array> }>;
}

const types: Record<SpeechFormat, string> = {
  mp3: 'audio/mpeg',
  opus: 'audio/ogg',
  aac: 'audio/aac',
  wav: 'audio/wav',
};

const longestWait = 30_000;

/** Reads words aloud by an OpenAI-compatible server. */
export function createSpeaker(settings: NonNullable<VoiceSettings['speech']>): Speaker {
  const client = voiceClient(settings, longestWait);
  const { model, voice, format, baseUrl } = settings;
  return {
    model,
    host: new URL(baseUrl).host,
    /** @throws BarRaiserError model_*. */
    async speak(text, signal) {
      try {
        const response = await client.audio.speech.create(
          { model, voice, input: text, response_format: format },
          { signal: signal ?? null },
        );
        if (!response.body)
          throw new BarRaiserError('model_bad_output', `${model} answered without any audio.`);
        return { type: types[format], audio: response.body };
      } catch (error) {
        throw voiceFault(error, 'speech', settings);
      }
    },
  };
}
