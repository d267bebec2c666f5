import { readVoiceSettings } from './settings.ts';
import type { Speaker } from './speaker.ts';
import type { Transcriber } from './transcriber.ts';

/** What hears and speaks beside the browser; null: nothing is set up. */
export interface Voice {
  transcriber: Transcriber | null;
  speaker: Speaker | null;
}

export const noVoice: Voice = { transcriber: null, speaker: null };

/**
 * What the environment sets up. The package behind it takes a tenth of a second to load: it is loaded when first used.
 * @throws BarRaiserError model_settings.
 */
export function createVoice(variables: Readonly<Record<string, string | undefined>>): Voice {
  const { transcription, speech } = readVoiceSettings(variables);
  return {
    transcriber: transcription && {
      model: transcription.model,
      host: new URL(transcription.baseUrl).host,
      transcribe: async (...input) => {
        const { createTranscriber } = await import('./transcriber.ts');
        return createTranscriber(transcription).transcribe(...input);
      },
    },
    speaker: speech && {
      model: speech.model,
      host: new URL(speech.baseUrl).host,
      speak: async (...input) => {
        const { createSpeaker } = await import('./speaker.ts');
        return createSpeaker(speech).speak(...input);
      },
    },
  };
}
