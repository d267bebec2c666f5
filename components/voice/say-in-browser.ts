import { type Say, SilentError } from './aloud.ts';

/** Whether this browser has voices of its own. */
export function hasVoices(): boolean {
  return typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined';
}

/** A browser without any voice never ends an utterance, and says nothing of it: this long is waited for a beginning. */
const beginsWithin = 4000;

/** Says a sentence with one of the browser's own voices. */
export const sayInBrowser: Say = (sentence, signal) =>
  new Promise((resolve, reject) => {
    if (!hasVoices()) return reject(new SilentError());
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.lang = 'en-US';
    const voice = englishVoice(speechSynthesis.getVoices());
    if (voice) utterance.voice = voice;
    const late = setTimeout(() => {
      speechSynthesis.cancel();
      reject(new SilentError());
    }, beginsWithin);
    utterance.addEventListener('start', () => clearTimeout(late));
    utterance.addEventListener('end', () => {
      clearTimeout(late);
      resolve();
    });
    utterance.addEventListener('error', ({ error }) => {
      clearTimeout(late);
      if (error === 'interrupted' || error === 'canceled') resolve();
      else reject(new SilentError());
    });
    signal.addEventListener('abort', () => {
      clearTimeout(late);
      speechSynthesis.cancel();
      resolve();
    });
    speechSynthesis.speak(utterance);
  });

/** The voice the browser prefers for English; one that needs no network before one that does. */
function englishVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const english = voices.filter(({ lang }) => /^en\b/iu.test(lang));
  return (
    english.find((voice) => voice.default) ??
    english.find((voice) => voice.localService) ??
    english[0] ??
    null
  );
}
