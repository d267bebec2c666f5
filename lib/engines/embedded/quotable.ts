import { noNames } from './people.ts';
import { countWords } from './sentences.ts';

/** A quotation the bar raiser can say in one breath; below four words it says too little to hang a question on. */
const fewestWords = 4;
const mostWords = 9;

const fillerAtStart =
  /^(?:(?:um+|uh+|er+|erm|so|well|like|and|but|then|also|okay|ok|yeah|yes|no|anyway|basically|actually|honestly|because|since|in the end|at the end|eventually|finally|after that|later|you know|I mean|I think|I guess|I believe),?\s+)+/iu;
const fillerInside =
  /\b(?:um+|uh+|er|erm|you know|i mean|sort of|kind of)\b|\slike\s|(?<!\p{L})would\b|\b(\p{L}+),? \1\b|\bas i said\b/iu;

/** A mark ends a clause for certain; a conjunction in running speech may leave its verb without an object. */
const marks = /[;:!?…\n]+|\.(?=\s|$)|,(?!\d{3})|[—–]|\s-\s/gu;
const joints =
  /\s(?=(?:but|because|although|though|while|whereas|so that|so|and then|which|who|until|unless|where|when|after|before|since|if|and)\s)/giu;
/** Where an adverbial may be left off. */
const adverbials = /\s(?=(?:with|in|on|at|for|during|after|before|by|within|without|across|over)\s)/giu;

const openEnd =
  /\s(?:a|an|the|my|our|your|their|his|her|its|this|that|these|those|some|any|no|every|each|other|of|to|in|on|at|by|for|from|with|without|into|over|under|about|up|out|as|and|or|but|so|than|then|not|very|too|more|less|most|first|is|are|was|were|be|been|being|am|has|have|had|do|does|did|done|will|would|can|could|should|may|might|must|i|we|he|she|they|you|who|which|what|when|where|how|why|if|because|just|only|really|also|even|still|all|both|between|during|per|via|against|like|about|around|roughly|nearly|almost|much|many|such|went|said|kept|seemed|sign|line|terms|\p{L}+['’](?:d|ve|re|ll|m)|\p{L}+n['’]t|[€$£])$|\s(?:and|or) \S+$|\s(?:a|an|the) \S+-\S+$|\bfrom (?:\S+ )?[\d ,.]+%?$/iu;
/** Verbs that want something after them: a clause cut behind one is no clause. */
const openVerb =
  /\s(?:\p{L}+ed|\p{L}+ing|said|says?|told|tells?|went|goes|took|takes?|made|makes?|gave|gives?|got|gets?|wrote|built|ran|found|saw|thought|came|comes?|put|cut|set|sat|kept|keeps?|held|lost|won|met|paid|sent|spent|stood|knew|began|chose|drew|fell|heard|let|led|meant|rose|showed|sold|taught|became|brought|bought|wanted?|needs?|uses?|depends?|seems?|stays?|me|us|him|them)$/iu;
const subject = new RegExp(
  `^(?:I|i|we|We|he|He|she|She|they|They|it|It|there|There|nobody|Nobody|no one|No one|everyone|Everyone|everybody|Everybody|somebody|someone|people|People|(?:the|The|my|My|our|Our|their|Their|his|His|her|Her|a|A|an|An|one of|two|Two|three|Three|some|Some)\\s\\p{L}[\\p{L}'’-]*(?:\\s[\\p{L}'’-]+){0,3}|(?!${noNames}\\b)\\p{Lu}[\\p{L}'’-]+(?:\\s[\\p{L}'’-]+){0,2})(?:['’](?:d|ve|s|re|m|ll))?\\s`,
  'u',
);
const verb =
  /\s(?:\p{L}{2,}ed|was|were|is|are|had|has|have|did|said|told|went|took|made|gave|got|wrote|built|ran|found|saw|thought|came|put|cut|sat|read|left|kept|held|lost|won|met|paid|sent|spent|stood|knew|began|chose|drew|fell|fought|grew|heard|let|led|meant|rose|set|showed|sold|spoke|taught|understood|broke|bought|caught|hit|felt|brought|became|drove|could|\p{L}+n['’]t|would|can|owns?|belongs?|needs?|goes|runs?|uses?)(?=\s)/iu;
/** Speech without marks runs into its next clause: "i did the charts myself i rewrote forty queries". */
const secondSubject =
  /(?<!\s(?:that|what|and|if|whether|because|how|which|than|when|where|why|who|said|thought|knew|showed|told|until|before|after|as|so|but|\S+,))\s(?:i|we|he|she|they)(?:['’]\p{L}+)?\s/iu;
const slight =
  /^(?:i|we|you|he|she|they|it|the|a|an|this|that|there|was|were|is|are|had|has|have|did|do|of|to|in|on|at|for|and|or|so|not|very|really|just|all|my|our|their|his|her|me|us|them|him|said|told|got|went|some|thing|things|lot|good|fine|right)$/iu;

/**
 * Four to nine consecutive words of a text that can stand alone between quotation marks: a clause with a subject and
 * a verb, nothing stammered inside, not cut off where it would go on. Null when the text holds none: better no
 * quotation than an ugly one. The result stands verbatim in `text`.
 * @param shared prefer a clause with "we" in it, which hides who did the work
 */
export function quotable(text: string, { shared = false }: { shared?: boolean } = {}): string | null {
  const found = split(text, marks).flatMap((clause) => {
    const whole = shorten(clause);
    return whole === null ? [] : [whole];
  });
  const ranked = found
    .map((piece, index) => ({ piece, value: worth(piece, shared) - index / 100 }))
    .sort((a, b) => b.value - a.value);
  return ranked[0]?.piece ?? null;
}

function split(text: string, pattern: RegExp): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(text.slice(from));
  return pieces.map(tidy).filter((piece) => piece !== '');
}

function tidy(words: string): string {
  return words
    .trim()
    .replace(/^[\s'‘’(*•-]+/u, '')
    .replace(/[\s,;:.!)*-]+$/u, '')
    .replace(fillerAtStart, '');
}

/** The clause itself where it is short enough, else its head up to a joint, else up to an adverbial. */
function shorten(clause: string): string | null {
  if (/["“”?]/u.test(clause)) return null;
  if (isClause(clause)) return clause;
  if (countWords(clause) <= mostWords) return null;
  const heads = [joints, adverbials].map((pattern) =>
    [...clause.matchAll(pattern)]
      .map(({ index }) => tidy(clause.slice(0, index)))
      .filter((head) => isClause(head) && !openVerb.test(` ${head}`)),
  );
  return heads[0]?.at(-1) ?? heads[1]?.at(-1) ?? null;
}

function isClause(words: string): boolean {
  const count = countWords(words);
  return (
    count >= fewestWords &&
    count <= mostWords &&
    !fillerInside.test(words) &&
    !openEnd.test(words) &&
    !secondSubject.test(words) &&
    subject.test(words) &&
    verb.test(words) &&
    words.split(/\s+/u).filter((word) => !slight.test(word)).length >= 2
  );
}

function worth(piece: string, shared: boolean): number {
  let value = 0;
  if (/^(?:i|we)\b/iu.test(piece)) value += 1;
  if (shared && /\bwe\b/iu.test(piece)) value += 2;
  if (/\d/u.test(piece)) value += 0.5;
  return value;
}
