import { toFile } from 'openai';
import { z } from 'zod';
import { type RecordingType, recordingFileNames } from '#lib/domain/delivery/recording.ts';
import { isInOrder, type SpokenWord, spokenWordSchema } from '#lib/domain/delivery/spoken-word.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { voiceClient } from './client.ts';
import { voiceFault } from './fault.ts';
import type { VoiceSettings } from './settings.ts';

/** What was heard in a recording; `words` with seconds from its beginning, null where the server gives none. */
export interface Transcription {
  text: string;
  words: SpokenWord[] | null;
}

export interface Transcriber {
  readonly model: string;
  /** Host of the server that hears the audio. */
  readonly host: string;
  transcribe(audio: Recording, signal?: AbortSignal): Promise<Transcription>;
}

export interface Recording {
  bytes: Uint8Array<ArrayBuffer>;
  type: RecordingType;
}

/** Servers differ in what else they send. */
const responseSchema = z.object({
  text: z.string(),
  words: z.array(z.object({ word: z.string(), start: z.number(), end: z.number() })).nullish(),
});

const longestWait = 60_000;

/** Turns recordings into text by an OpenAI-compatible server. Nothing of the audio is kept. */
export function createTranscriber(settings: NonNullable<VoiceSettings['transcription']>): Transcriber {
  const client = voiceClient(settings, longestWait);
  const { model, language, wordTimes, baseUrl } = settings;
  return {
    model,
    host: new URL(baseUrl).host,
    /** @throws BarRaiserError model_*: in each case with what was wrong. */
    async transcribe({ bytes, type }, signal) {
      const file = await toFile(bytes, recordingFileNames[type], { type });
      const options = { signal: signal ?? null };
      try {
        const common = { model, file, temperature: 0, ...(language ? { language } : {}) };
        const response: unknown = wordTimes
          ? await client.audio.transcriptions.create(
              { ...common, response_format: 'verbose_json', timestamp_granularities: ['word'] },
              options,
            )
          : await client.audio.transcriptions.create({ ...common, response_format: 'json' }, options);
        return readTranscription(response, model);
      } catch (error) {
        throw voiceFault(error, 'transcription', settings);
      }
    },
  };
}

function readTranscription(response: unknown, model: string): Transcription {
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) {
    throw new BarRaiserError(
      'model_bad_output',
      `${model} answered with something that is no transcription.`,
      {
        cause: parsed.error,
      },
    );
  }
  const { text, words } = parsed.data;
  return { text: text.trim(), words: words ? readWords(words) : null };
}

/** Times that make no sense are no times: the text stands without them. */
function readWords(words: readonly { word: string; start: number; end: number }[]): SpokenWord[] | null {
  const spoken = words
    .map(({ word, start, end }) => spokenWordSchema.safeParse([word.trim(), round(start), round(end)]))
    .flatMap(({ data }) => (data ? [data] : []));
  return spoken.length > 0 && isInOrder(spoken) ? spoken : null;
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
