import { numberWords } from '#lib/domain/number-words.ts';
import type { Stretch } from './voice.ts';

const word = [...numberWords.keys()].join('|');
const amount = `(?:[€$£]\\s?)?(?:\\d[\\d,.]*(?:\\s?(?:million|thousand|k|m)\\b)?|(?:${word}|none|half)(?:[- ](?:and )?(?:${word})){0,4})(?:\\s?(?:%|percent\\b|per cent\\b))?`;
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
    /(?:[^.!?;\n]|\.(?=\d))*\b(?:customers?|users?|clients?|patients?|passengers?|guests?|families|pupils|students|merchants?|shops?|stores?|orders?|revenue|costs?|saved?|saving|euros?|dollars?|pounds|budget|complaints?|refunds?|tickets?|calls|hours of|overtime|risk|fines?|contract|injur\p{L}+|lives|waste)\b(?:[^.!?;\n]|\.(?=\d))*/giu,
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
  const find = (pattern: RegExp): Stretch[] =>
    [...text.matchAll(pattern)].map((match) => {
      const lead = match[0].length - match[0].trimStart().length;
      const quote = match[0].trim();
      return { quote, start: match.index + lead, end: match.index + lead + quote.length };
    });
  return {
    changes: find(patterns.change),
    periods: find(patterns.period),
    figures: find(patterns.figure),
    meanings: find(patterns.meaning),
  };
}
