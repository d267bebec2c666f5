import { numberWords } from '#lib/domain/number-words.ts';

const word = [...numberWords.keys()].join('|');

/** Source of a pattern for a number in digits or in words: "2,400", "0.3", "twenty-five", "six million". */
export const numberSource = `(?:\\d[\\d,]{0,14}(?:\\.\\d{1,6})?(?: ?(?:million|thousand|k\\b))?|(?:${word})(?:[- ](?:and )?(?:${word})){0,6})`;

/** The value of a number in digits or English words, or null where it is neither. */
export function readNumber(text: string): number | null {
  const folded = text.toLowerCase().trim();
  const digits = /^(\d[\d,]*(?:\.\d+)?)(?: ?(million|thousand|k))?$/u.exec(folded);
  if (digits?.[1] !== undefined) {
    const factor = digits[2] === 'million' ? 1_000_000 : digits[2] === undefined ? 1 : 1_000;
    return Number(digits[1].replaceAll(',', '')) * factor;
  }
  let sum = 0;
  let part = 0;
  for (const each of folded.split(/[\s-]+/u)) {
    if (each === 'and') continue;
    const value = numberWords.get(each);
    if (value === undefined) return null;
    if (value >= 1_000) {
      sum += Math.max(part, 1) * value;
      part = 0;
    } else if (value === 100) part = Math.max(part, 1) * 100;
    else part += value;
  }
  return sum + part;
}

const daysIn: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  night: 1,
  evening: 1,
  weekend: 2,
  week: 7,
  sprint: 14,
  month: 30.4,
  quarter: 91.3,
  year: 365.25,
};

/** Source of a pattern for a length of time from a day upwards: "six weeks", "a quarter", "14 days". */
export const durationSource = `(?:${numberSource}|an?|half an?)(?: (?:and a half|full|whole|working|calendar|long|solid))? (?:days?|weeks?|months?|quarters?|years?)`;

/** A length of time in days, or null. */
export function readDuration(text: string): number | null {
  const match =
    /^(.*?)(?: (?:and a half|full|whole|working|calendar|long|solid))? (day|week|month|quarter|year)s?$/iu.exec(
      text.trim(),
    );
  if (!match) return null;
  const [, amount = '', unit = ''] = match;
  const count = /^half an?$/iu.test(amount) ? 0.5 : /^an?$/iu.test(amount) ? 1 : readNumber(amount);
  const days = daysIn[unit.toLowerCase()];
  if (count === null || days === undefined) return null;
  return (count + (/and a half/iu.test(text) ? 0.5 : 0)) * days;
}
