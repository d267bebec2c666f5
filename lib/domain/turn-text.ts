import { BarRaiserError } from './errors.ts';

/** UTF-16 units; about 3,500 words, twenty minutes of speech: no answer is longer. */
export const turnTextLimit = 20_000;

/** Anything that can be seen: a text without it is blank, whatever spaces or joiners it is made of. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** C0 and C1 controls except tab and newline. They say nothing and break terminals, exports and stores. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A person's words as they are kept: line ends as \n, no control characters, no half surrogates, no white space around. */
export function cleanText(sent: string): string {
  return sent.replace(/\r\n?/g, '\n').replace(controls, '').toWellFormed().trim();
}

/**
 * What a candidate sent, as it is stored, shown, scored and quoted: line ends as \n, control characters removed,
 * half surrogates replaced (so that it survives UTF-8), no white space around it. Offsets of quotes refer to this.
 * @throws BarRaiserError turn_too_long (with the numbers) or blank_turn.
 */
export function readTurnText(sent: string): string {
  const text = cleanText(sent);
  if (text.length > turnTextLimit) {
    const [length, limit] = [text.length, turnTextLimit].map((value) => value.toLocaleString('en'));
    throw new BarRaiserError(
      'turn_too_long',
      `This answer has ${length} characters; at most ${limit} can be taken at once. Please shorten it.`,
    );
  }
  if (!visible.test(text)) throw new BarRaiserError('blank_turn', 'There is nothing in this answer yet.');
  return text;
}
