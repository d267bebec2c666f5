import { speechSentences } from '#lib/domain/speech-sentences.ts';

export interface ReadSentence {
  text: string;
  /** Whether it is known to end the utterance: a bar raiser's turn ends with its question. */
  asks: boolean;
}

/**
 * Takes complete sentences off words that come in pieces. A sentence is complete when the next one has begun, or when it
 * ends in a question mark outside a quotation: nothing follows a question.
 */
export function createSentenceReader(): {
  add(piece: string): ReadSentence[];
  /** What is left at the end of the words, or null. */
  rest(): string | null;
} {
  let buffer = '';
  return {
    add(piece) {
      buffer += piece;
      const complete: ReadSentence[] = [];
      for (;;) {
        const [first, ...others] = speechSentences(buffer);
        if (first === undefined) return complete;
        const asks = /[?？]["'”’)]*$/u.test(first);
        const ended = others.length > 0 || (asks && speechSentences(`${buffer.trimEnd()} A`).length > 1);
        if (!ended) return complete;
        complete.push({ text: first.replace(/\s+/gu, ' '), asks });
        buffer = buffer.trimStart().slice(first.length);
      }
    },
    rest: () => buffer.replace(/\s+/gu, ' ').trim() || null,
  };
}
