import type { Interval } from '#evals/metrics/intervals.ts';
import type { Measure } from '#evals/metrics/measures.ts';

/** A value as its measure is read: per cent for shares, three digits for everything else, a dash for nothing. */
export function shownValue(value: number, { percent }: Pick<Measure, 'percent'>): string {
  if (Number.isNaN(value)) return '–';
  return percent ? `${(100 * value).toFixed(1)} %` : value.toFixed(3);
}

export function shownInterval({ low, high }: Interval, { percent }: Pick<Measure, 'percent'>): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return '–';
  return percent
    ? `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`
    : `${low.toFixed(3)} to ${high.toFixed(3)}`;
}

/** A change with its sign: points for shares, three digits else. */
export function shownChange(value: number, { percent }: Pick<Measure, 'percent'>): string {
  if (Number.isNaN(value)) return '–';
  const sign = value > 0 ? '+' : value < 0 ? '−' : '±';
  return percent ? `${sign}${(100 * Math.abs(value)).toFixed(1)} pt` : `${sign}${Math.abs(value).toFixed(3)}`;
}

export const outcomeNames = {
  pass: 'Pass',
  fail: 'Fail',
  inconclusive: 'Inconclusive',
  not_comparable: 'Not comparable',
} as const;

export const aboutLabels =
  'The answers, their labels and the variants were written and rated by language models, not by people who hire. The numbers say how well the grader agrees with those raters.';

/** Words of a candidate or a question as they may stand in Markdown, in one line. */
export function inline(text: string, atMost = 160): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const cut = line.length > atMost ? `${line.slice(0, atMost - 1)}…` : line;
  return cut.replace(/[\\`*_{}[\]<>|#]/gu, (mark) => `\\${mark}`);
}
