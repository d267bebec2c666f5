import { speechSentences } from '#lib/domain/speech-sentences.ts';

/**
 * The sentences of an utterance that may be read aloud: all of them once it is complete, before that all but the one
 * that is still arriving.
 */
export function sentencesToSay(text: string, complete: boolean): string[] {
  const sentences = speechSentences(text);
  return complete ? sentences : sentences.slice(0, -1);
}
