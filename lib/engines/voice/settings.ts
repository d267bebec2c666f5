import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';

/** Where one of the two is asked for, and what for. */
export interface VoiceEndpoint {
  model: string;
  /** Ends in /v1 as a rule. */
  baseUrl: string;
  apiKey: string | undefined;
}

export interface VoiceSettings {
  /** null: not set up; the browser's own recogniser may do. */
  transcription: (VoiceEndpoint & { language: string | undefined; wordTimes: boolean }) | null;
  /** null: not set up; the browser's own voices may do. */
  speech: (VoiceEndpoint & { voice: string; format: SpeechFormat }) | null;
}

const speechFormats = ['mp3', 'opus', 'aac', 'wav'] as const;
export type SpeechFormat = (typeof speechFormats)[number];

const openAiAddress = 'https://api.openai.com/v1';

const blankAsAbsent = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const text = z.preprocess(blankAsAbsent, z.string().trim().optional());
const url = z.preprocess(blankAsAbsent, z.url({ protocol: /^https?$/ }).optional());

const variablesSchema = z.object({
  TRANSCRIBE_MODEL: text,
  TRANSCRIBE_BASE_URL: url,
  TRANSCRIBE_API_KEY: text,
  TRANSCRIBE_LANGUAGE: z.preprocess(
    blankAsAbsent,
    z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
  ),
  TRANSCRIBE_WORD_TIMES: z.preprocess(blankAsAbsent, z.stringbool().optional()),
  SPEECH_MODEL: text,
  SPEECH_BASE_URL: url,
  SPEECH_API_KEY: text,
  SPEECH_VOICE: text,
  SPEECH_FORMAT: z.preprocess(blankAsAbsent, z.enum(speechFormats).default('mp3')),
  OPENAI_API_KEY: text,
});

/**
 * What the environment says of voice. TRANSCRIBE_MODEL and SPEECH_MODEL switch the two on; a key alone switches on
 * nothing. Without an address it is OpenAI's, whose key may be OPENAI_API_KEY.
 * @throws BarRaiserError model_settings naming the variable that is wrong.
 */
export function readVoiceSettings(variables: Readonly<Record<string, string | undefined>>): VoiceSettings {
  const parsed = variablesSchema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw fault(`These settings can't be used. ${problems.join('; ')}.`);
  }
  const values = parsed.data;
  const { TRANSCRIBE_MODEL: transcribes, SPEECH_MODEL: speaks } = values;
  const endpoint = (name: 'TRANSCRIBE' | 'SPEECH', model: string): VoiceEndpoint => {
    const baseUrl = values[`${name}_BASE_URL`];
    const apiKey = values[`${name}_API_KEY`] ?? (baseUrl ? undefined : values.OPENAI_API_KEY);
    if (!baseUrl && !apiKey) {
      throw fault(
        `${name}_MODEL is set to ${model}: set ${name}_API_KEY to a key for OpenAI, or ${name}_BASE_URL to the address of a compatible server.`,
      );
    }
    return { model, baseUrl: baseUrl ?? openAiAddress, apiKey };
  };
  return {
    transcription: transcribes
      ? {
          ...endpoint('TRANSCRIBE', transcribes),
          language: values.TRANSCRIBE_LANGUAGE ?? 'en',
          // OpenAI's gpt- models for transcription give no times of words; whisper and what follows it does.
          wordTimes: values.TRANSCRIBE_WORD_TIMES ?? !transcribes.startsWith('gpt-'),
        }
      : null,
    speech: speaks
      ? {
          ...endpoint('SPEECH', speaks),
          voice: values.SPEECH_VOICE ?? 'alloy',
          format: values.SPEECH_FORMAT,
        }
      : null,
  };
}

function fault(message: string): BarRaiserError {
  return new BarRaiserError('model_settings', message);
}
