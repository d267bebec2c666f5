import { countWords, type Span } from './sentences.ts';

/** Where one clause ends and the next begins: punctuation, or a conjunction with a subject of its own. */
const breaks =
  /[;:!?]+|[—–]|(?<=\s)-(?=\s)|,(?!\d{3})|\.(?=\s|$)|\n|\s(?=(?:but|because|although|though|while|whereas|so that|until)\s)|\s(?=(?:and|so|then|or)\s(?:then\s)?(?:i|we|he|she|they|it|the|my|our|their|this|that|there|nobody|someone|in)\s)/giu;

const longest = 18;
const danglingEnd =
  /(?:\s+(?:a|an|the|on|in|at|to|of|for|with|by|from|and|or|but|that|which|my|our|his|her|their|so|then|because|i))+$/iu;

/**
 * The clause of a sentence around [start, end), offsets relative to it, without white space and marks at its ends. In
 * speech without punctuation, where a clause would run on for more than `wordsAtMost` words, it begins at `start` and ends at
 * most eight words after `end`.
 */
export function clauseAround(sentence: Span, start: number, end: number, wordsAtMost = longest): Span {
  let from = 0;
  let to = sentence.text.length;
  for (const match of sentence.text.matchAll(breaks)) {
    const after = match.index + match[0].length;
    if (after <= start) from = after;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  if (countWords(sentence.text.slice(from, to)) > wordsAtMost) {
    from = start;
    to = Math.min(to, end + (/^(?:\S*\s+\S+){0,8}\S*/u.exec(sentence.text.slice(end))?.[0].length ?? 0));
  }
  const raw = sentence.text.slice(from, to);
  const text = raw
    .replace(/^[\s"'“”‘’(*•-]+/u, '')
    .replace(/[\s"“”,;:)*-]+$/u, '')
    .replace(danglingEnd, '');
  const at = from + raw.indexOf(text);
  return { start: sentence.start + at, end: sentence.start + at + text.length, text };
}
