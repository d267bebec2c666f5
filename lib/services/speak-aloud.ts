import { BarRaiserError } from '#lib/domain/errors.ts';
import type { ServiceContext } from './context.ts';
import { openLog } from './interview-log.ts';
import { countTowards } from './limits.ts';

/**
 * A sentence of the bar raiser's as audio, for one of the owner's interviews. The words come from the page: they are
 * read aloud before the utterance is whole, and it is stored only then.
 * @throws BarRaiserError model_settings where no voice is set up, not_found, too_many_requests, model_*.
 */
export async function speakAloud({
  context,
  input,
}: {
  context: ServiceContext;
  input: { interviewId: string; text: string; signal?: AbortSignal };
}): Promise<{ type: string; audio: ReadableStream<Uint8Array> }> {
  const { speaker } = context.voice;
  if (!speaker) throw new BarRaiserError('model_settings', 'No voice is set up on this server.');
  const { record } = await openLog(context, input.interviewId);
  await countTowards(context, 'sentencesAloud', record.ownerId);
  return speaker.speak(input.text, input.signal);
}
