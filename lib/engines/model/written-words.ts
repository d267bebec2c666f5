import { locateQuote } from '#lib/domain/evidence.ts';
import { quotations } from '#lib/domain/speech-sentences.ts';
import { countWords } from '#lib/domain/spoken-time.ts';

/** Longer than asked for by half is too long to be shown in place of a sentence. */
const wordsAtMost = 80;

/**
 * A model's words for a report, or null where they may not be shown: empty, far too long, or with something in quotation
 * marks that the candidate never said.
 * @param said what may be quoted
 */
export function showable(text: string, said: readonly string[]): string | null {
  const trimmed = text.replace(/\s+/gu, ' ').trim();
  if (trimmed === '' || countWords(trimmed) > wordsAtMost) return null;
  const faithful = quotations(trimmed).every((quote) => said.some((turn) => stands(quote, turn)));
  return faithful ? trimmed : null;
}

/** A quotation inside a sentence may begin with another case and carry the sentence's own full stop or comma. */
function stands(quote: string, turn: string): boolean {
  const bare = quote.replace(/[.,;:!?…]+$/u, '');
  return locateQuote(bare.toLowerCase(), turn.toLowerCase()) !== null;
}
