import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Recording, Transcription } from '#lib/engines/voice/transcriber.ts';
import type { ServiceContext } from './context.ts';
import { openLog } from './interview-log.ts';
import { countTowards } from './limits.ts';

/**
 * What is said in a recording of one of the owner's interviews. Nothing is stored of it: the words are sent as a turn
 * when the candidate has read them.
 * @throws BarRaiserError model_settings where no transcription is set up, not_found, interview_over,
 * too_many_requests, model_*.
 */
export async function transcribeSpeech({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string; recording: Recording; signal?: AbortSignal };
}): Promise<Transcription> {
  const { transcriber } = context.voice;
  if (!transcriber) {
    throw new BarRaiserError('model_settings', 'No transcription is set up on this server.');
  }
  const { record, state } = await openLog(context, input.interviewId);
  if (state.phase === 'closing' || state.phase === 'assessed') {
    throw new BarRaiserError('interview_over', 'This interview is over: nothing more is heard.');
  }
  await countTowards(context, 'transcriptions', record.ownerId);
  return transcriber.transcribe(input.recording, input.signal);
}
