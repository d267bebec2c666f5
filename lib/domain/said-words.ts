import { foldedWords, foldText } from './fold-text.ts';
import type { Move } from './move.ts';
import { numberWords } from './number-words.ts';
import { quotations, withoutQuotations } from './speech-sentences.ts';
import type { Transcript } from './transcript.ts';

/** What the candidate has said, folded, for asking whether a quotation, a figure or a name is theirs. */
export interface SaidWords {
  texts: readonly string[];
  words: ReadonlySet<string>;
  /** Pairs of neighbouring content words. */
  pairs: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

/**
 * The candidate's words, and those of the question put to them in the opening: anyone may speak of what was asked.
 * Quotations must be the candidate's own; names and figures may also be the question's.
 */
export function saidWords(transcript: Transcript, move: Move): SaidWords {
  const own = transcript.filter((turn) => turn.speaker === 'candidate').map(({ text }) => text);
  const asked = transcript.flatMap((turn) =>
    turn.speaker === 'bar_raiser' && turn.move.kind === 'opening' ? [turn.text] : [],
  );
  const known = [...own, ...asked, ...(move.kind === 'opening' ? [move.wording] : [])];
  const words = known.flatMap(foldedWords);
  return {
    texts: own.map(comparable),
    words: new Set(words),
    pairs: new Set(known.flatMap(contentPairs)),
    numbers: new Set(known.flatMap(numbersIn)),
  };
}

function comparable(text: string): string {
  return foldText(text).replace(/"/gu, "'");
}

/** Quotations that stand in no turn of the candidate's; a mark that ends the quotation need not be theirs. */
export function unsaidQuotations(speech: string, said: SaidWords): string[] {
  return quotations(speech).filter((quotation) => {
    const bare = comparable(quotation).replace(/^[\s.,;:!?…]+|[\s.,;:!?…]+$/gu, '');
    return bare === '' || !said.texts.some((text) => text.includes(bare));
  });
}

/** Figures outside quotations that the candidate did not say, in digits or in words ("five", "5"). */
export function unsaidNumbers(speech: string, said: SaidWords): string[] {
  return numbersIn(withoutQuotations(speech)).filter((number) => !said.numbers.has(number));
}

/** "one" and "two" are ordinary words; a figure starts at three. */
function numbersIn(text: string): string[] {
  return foldedWords(text).flatMap((word) => {
    const value = numberWords.get(word);
    if (value !== undefined) return value >= 3 ? [String(value)] : [];
    const digits = /^\d+(?:\.\d+)?/u.exec(word)?.[0];
    return digits === undefined ? [] : [String(Number(digits))];
  });
}

const ordinaryCapitals = new Set(
  'i id ill im ive english monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
);

/** Capitalised words inside a sentence, or names of the example at its start, that the candidate did not say. */
export function unsaidNames(speech: string, said: SaidWords, example: string): string[] {
  const strange = new Set(innerCapitals(example));
  const own = withoutQuotations(speech).trim();
  const first = foldedWords(own)[0];
  const candidates = [...innerCapitals(own), ...(first !== undefined && strange.has(first) ? [first] : [])];
  return candidates.filter(
    (name) =>
      !said.words.has(name) && !ordinaryCapitals.has(name) && !said.words.has(name.replace(/s$/u, '')),
  );
}

function innerCapitals(text: string): string[] {
  return [...text.matchAll(/(?<![.!?…:]["'”’)]*\s+)(?<=[\p{L}\p{N},;'"“‘(-]\s*)\b\p{Lu}[\p{L}\p{N}'’-]*/gu)]
    .filter(({ index }) => index > 0)
    .map(([word]) => foldedWords(word.replace(/['’]s$/u, '')).join(''));
}

const common = new Set(
  'a an the and or but so if then than that this these those there here it its i me my you your he she they them their we us our who whom whose which what when where why how to of in on at by for from with without into out up down over under after before until once about as is are was were be been being am do does did done have has had having not no nor can could would should will shall may might must more most less least very just only also even still again own same other another each every all any some both few many much such too yes now today later next last first one two way thing things time times day days week weeks month months year years work works worked working team teams people say says said tell told ask asked make made get got go went take took give gave come came see saw know knew think thought put keep kept let use used need needed want wanted show showed'.split(
    ' ',
  ),
);

/** Neighbouring words that both carry content: the smallest thing that can be recognised as a fact of a story. */
function contentPairs(text: string): string[] {
  const words = foldedWords(text);
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    return next !== undefined && !common.has(word) && !common.has(next) ? [`${word} ${next}`] : [];
  });
}

/** Pairs of content words of the published example in the speech that the candidate never said. */
export function exampleFacts(speech: string, said: SaidWords, example: string): string[] {
  const strange = new Set(contentPairs(example));
  return contentPairs(withoutQuotations(speech)).filter((pair) => strange.has(pair) && !said.pairs.has(pair));
}
