import type { VoiceDescription } from '#lib/services/describe-voice.ts';
import type { VoiceProblem } from './recogniser.ts';

/** What is wrong, and what one can do about it. Nothing that stands in the box is lost by any of these. */
export const problemWords: Record<VoiceProblem, string> = {
  'not-allowed':
    'The microphone is not allowed here. Allow it for this page in your browser’s address bar and try again, or type your answer. (Browsers allow it only over https or on localhost.)',
  'no-microphone':
    'No microphone was found. Plug one in or choose another, then try again, or type your answer.',
  'microphone-busy':
    'The microphone can’t be opened: another program may be using it. Close that and try again, or type your answer.',
  network:
    'The browser’s speech recognition can’t reach its service. Your words so far are kept. Try again, or type on.',
  language: 'The browser’s speech recognition has no English. Type your answer instead.',
  stopped:
    'The browser’s speech recognition stopped several times and is not started again by itself. Your words so far are kept. Try again, or type on.',
  untranscribed: 'The last part could not be written down. The recording is kept in this page.',
};

/** How speech becomes words here; null: not at all. */
export type Source = 'server' | 'browser';

/** A server that was set up for it knows when each word was said: it comes first. */
export function sourceOf(
  voice: VoiceDescription,
  browser: { recognises: boolean; records: boolean },
): Source | null {
  if (voice.transcription && browser.records) return 'server';
  return browser.recognises ? 'browser' : null;
}

/** What happens to what one says, in a sentence or two. */
export function sourceWords(source: Source | null, { transcription }: VoiceDescription): string {
  if (source === 'server' && transcription)
    return `What you say is recorded in parts and sent to ${transcription.model} at ${transcription.host} to be written down. No recording is stored here.`;
  if (source === 'browser')
    return 'Your browser’s own speech recognition writes down what you say. It may send the sound to the browser’s maker, gives no times of words, and makes mistakes: correct them before you send.';
  return 'This browser has no speech recognition, and no transcription is set up on this server. You type your answers; the questions can still be read aloud. Chrome, Edge and Safari can recognise speech; whoever runs the server can set TRANSCRIBE_MODEL.';
}
