import type { ServiceContext } from './context.ts';

interface VoiceService {
  model: string;
  host: string;
}

/** What beside the browser hears and speaks here: a page says to whom audio and words are sent. */
export interface VoiceDescription {
  transcription: VoiceService | null;
  speech: VoiceService | null;
}

export function describeVoice({ context }: { context: Pick<ServiceContext, 'voice'> }): VoiceDescription {
  const { transcriber, speaker } = context.voice;
  return {
    transcription: transcriber && { model: transcriber.model, host: transcriber.host },
    speech: speaker && { model: speaker.model, host: speaker.host },
  };
}
