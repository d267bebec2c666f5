import { numberWords } from '#lib/domain/number-words.ts';
import type { Stretch } from './voice.ts';

const word = [...numberWords.keys()].join('|');
const amount = `(?<![\\d,.])(?:[€$£]\\s?)?(?:\\d[\\d,.]*(?:\\s?(?:million|thousand|k|m)\\b)?|(?:${word}|none|half)(?:[- ](?:and )?(?:${word})){0,4})(?:\\s?(?:%|percent\\b|per cent\\b))?`;
const unit = "(?:\\s+(?!to\\b|and\\b|from\\b)[\\p{L}'’-]+){0,4}";

const patterns = {
  /** From what to what: "from 6 % to 0.2 %", "48 minutes before and 7 minutes after", "four hours instead of two days". */
  change: new RegExp(
    [
      `\\bfrom\\s+(?:about |around |roughly |nearly |over )?${amount}${unit}\\s+(?:down |up )?to\\s+(?:about |under |over |nearly )?${amount}`,
      `${amount}${unit}\\s+before${unit}[, ]+(?:and |but )?${amount}${unit}\\s+(?:after|now)`,
      `${amount}${unit}\\s+(?:instead of|against|versus|rather than|down from|up from)\\s+${amount}`,
      `${amount}${unit}\\s+(?:down |up )?to\\s+(?:about |under |over )?${amount}`,
    ].join('|'),
    'giu',
  ),
  period: new RegExp(
    `(?:\\b(?:in|within|over|after|for|every|by|since)\\s+)?(?:the (?:first|next|last|following)\\s+)?(?:${amount}|an?|the|each|per|every|one)\\s+(?:working |business |full |whole )?(?:minute|hour|day|night|week|weekend|sprint|month|quarter|year|season)s?\\b`,
    'giu',
  ),
  figure: new RegExp(`(?<![\\p{L}\\d])${amount}(?![\\p{L}\\d])`, 'giu'),
  meaning:
    /\b(?:customers?|users?|clients?|patients?|passengers?|guests?|families|pupils|students|merchants?|shops?|stores?|orders?|revenue|costs?|saved?|saving|euros?|dollars?|pounds|budget|complaints?|refunds?|tickets?|calls|hours of|overtime|risk|fines?|contract|injur\p{L}+|lives|waste)\b/iu,
} as const;

/** What a passage measures, by the words. Cues, not evidence: whether it is a good measure is for the grader to read. */
export interface NumberParts {
  changes: Stretch[];
  periods: Stretch[];
  figures: Stretch[];
  meanings: Stretch[];
}

/** Finds the parts of a measured result: the change with its baseline, the time, the figures, who or what gained by it. */
export function numberParts(text: string): NumberParts {
  const sentences = pieces(text);
  const find = (pattern: RegExp): Stretch[] =>
    sentences.flatMap((sentence) =>
      [...sentence.quote.matchAll(pattern)].map(({ 0: found, index }) =>
        trimmed(found, sentence.start + index),
      ),
    );
  return {
    changes: find(patterns.change),
    periods: find(patterns.period),
    figures: find(patterns.figure),
    meanings: sentences.filter(({ quote }) => patterns.meaning.test(quote)),
  };
}

/** No sentence is longer than this (UTF-16 units): what has no end is cut, so that reading it takes no longer. */
const longestPiece = 300;

/** The sentences of a text; a full stop within a figure ends none. */
function pieces(text: string): Stretch[] {
  const ends = /[.!?;](?=\s|$)|\n/gu;
  const cuts = [...text.matchAll(ends)].map(({ index }) => index);
  let from = 0;
  return [...cuts, text.length].flatMap((end) => {
    const found: Stretch[] = [];
    for (; from < end; from += longestPiece) {
      found.push(trimmed(text.slice(from, Math.min(end, from + longestPiece)), from));
    }
    from = end + 1;
    return found.filter(({ quote }) => quote !== '');
  });
}

function trimmed(words: string, at: number): Stretch {
  const start = at + words.length - words.trimStart().length;
  const quote = words.trim();
  return { quote, start, end: start + quote.length };
}
