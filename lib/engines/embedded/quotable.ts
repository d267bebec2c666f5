import { countWords } from './sentences.ts';

/** A quotation the bar raiser can say in one breath. */
const fewestWords = 3;
const mostWords = 9;

const fillerAtStart =
  /^(?:(?:um+|uh+|er+|erm|so|well|like|and|but|then|also|okay|ok|yeah|yes|no|anyway|basically|actually|honestly|because|since|that|which|or|you know|i mean|I mean|I think|i think|I guess|i guess|So|And|But|Then|Um|Uh|Well|Also|Okay|Because|Anyway|Basically|Actually|Honestly|That|Which|Or|You know),?\s+)+/u;
const fillerInside = /\b(?:um+|uh+|er|erm|like,|, like|you know|i mean|sort of|kind of)\b/iu;
const clauseBreaks =
  /[.;:!?…\n]+|,(?!\d{3})|[—–]|\s-\s|\s(?=(?:but|because|although|though|while|whereas|so that|so|and then|which|who|until|unless|where|when|after|before|since|if)\s)|\s(?=and\s(?:i|we|he|she|they|it|the|my|our|that|this|then)\s)/giu;
const endsOpen =
  /\s(?:a|an|the|my|our|your|their|his|her|its|this|that|these|those|some|any|no|every|each|of|to|in|on|at|by|for|from|with|without|into|over|under|about|as|and|or|but|so|than|then|not|very|too|more|less|most|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|should|may|might|must|i|we|he|she|they|you|it|who|which|what|when|where|how|why|if|because|just|only|really|also|even|still|all|both|between|during|per|via|against|like|one|two|three|four|five|six|seven|eight|nine|ten|about|around|roughly|nearly|almost|[€$£])$/iu;
const cuts =
  /\s(?=(?:with|for|in|on|at|by|from|to|of|into|over|through|during|against|without|as|within|under|about|than|and|or|out of|every|per|via|using)\s)/giu;
const subject =
  /^(?:I|i|we|We|he|He|she|She|they|They|it|It|there|There|nobody|Nobody|no one|No one|everyone|Everyone|everybody|Everybody|somebody|someone|this|This|those|these|people|People|(?:the|The|my|My|our|Our|their|Their|his|His|her|Her|a|A|an|An|one|One|two|Two|three|Three|some|Some|most|Most)\s\p{L}[\p{L}'’-]*(?:\s[\p{L}'’-]+){0,3}|\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}?[\p{L}'’-]+){0,2})(?:['’](?:d|ve|s|re|m|ll))?\s/u;
const verb =
  /(?:^|\s)(?:\p{L}+ed|was|were|is|are|had|has|have|did|said|told|went|took|made|gave|got|wrote|built|ran|found|saw|thought|came|put|cut|sat|read|left|kept|held|lost|won|met|paid|sent|spent|stood|knew|began|chose|drew|fell|fought|grew|heard|let|led|meant|rose|set|showed|sold|spoke|taught|understood|broke|bought|caught|hit|felt|brought|became|drove|wanted|stopped|could|couldn['’]t|didn['’]t|wasn['’]t|weren['’]t|wouldn['’]t|would|can|use|uses|work|works|own|owns|belongs?|needs?|goes|runs?)(?=\s|$)/iu;

/**
 * Three to nine consecutive words of a text that can stand alone between quotation marks: a clause with a verb, no
 * filler inside, not cut after an article or a preposition. Null when the text holds none; better no quotation than
 * an ugly one. The result stands verbatim in `text`.
 * @param shared prefer a clause with "we" in it, which hides who did the work
 */
export function quotable(text: string, { shared = false }: { shared?: boolean } = {}): string | null {
  const pieces = piecesOf(text).flatMap((piece) => {
    const words = shorten(piece);
    return words === null ? [] : [words];
  });
  const ranked = pieces
    .map((piece, index) => ({ piece, value: worth(piece, shared) - index / 100 }))
    .sort((a, b) => b.value - a.value);
  return ranked[0]?.piece ?? null;
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(clauseBreaks)) {
    pieces.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  return pieces
    .map((piece) => piece.trim().replace(fillerAtStart, '').trim())
    .filter((piece) => piece !== '');
}

function shorten(piece: string): string | null {
  if (/["“”?]/u.test(piece) || fillerInside.test(piece)) return null;
  const fits = (words: string) =>
    countWords(words) >= fewestWords &&
    countWords(words) <= mostWords &&
    !endsOpen.test(` ${words}`) &&
    subject.test(words) &&
    verb.test(words.replace(/^\S+/u, ''));
  const whole = tidy(piece);
  if (fits(whole)) return whole;
  if (countWords(whole) <= mostWords) return null;
  const shorter = [...whole.matchAll(cuts)].map(({ index }) => tidy(whole.slice(0, index))).filter(fits);
  return shorter.at(-1) ?? null;
}

function tidy(words: string): string {
  return words
    .trim()
    .replace(/^[\s'‘’(*•-]+/u, '')
    .replace(/[\s,;:.!)*-]+$/u, '');
}

function worth(piece: string, shared: boolean): number {
  let value = 0;
  if (/^(?:i|we)\b/iu.test(piece)) value += 1;
  if (shared && /\bwe\b/iu.test(piece)) value += 2;
  if (/\d/u.test(piece)) value += 0.5;
  if (countWords(piece) >= 4) value += 0.3;
  return value;
}
