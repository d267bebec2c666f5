import type { TrendLine } from '#lib/domain/history/trends.ts';

/** How the line of an engine is drawn: told apart by colour, dash and the shape of its points alike. */
export interface LineLook {
  colour: string;
  /** As SVG has it: `none`, or lengths of dash and gap. */
  dash: string;
  shape: 'circle' | 'square' | 'triangle' | 'diamond';
}

const looks: readonly LineLook[] = [
  { colour: 'var(--color-ink)', dash: 'none', shape: 'circle' },
  { colour: 'var(--color-rubric)', dash: '7 4', shape: 'square' },
  { colour: 'var(--color-faded)', dash: '2 3', shape: 'triangle' },
  { colour: 'var(--color-rubric-deep)', dash: '9 3 2 3', shape: 'diamond' },
];

/** The look of the n-th engine; they begin anew after the fourth. */
export function lineLook(index: number): LineLook {
  return looks[index % looks.length] ?? { colour: 'var(--color-ink)', dash: 'none', shape: 'circle' };
}

/** The outline of a point around the middle of a box of 10 by 10. */
export function shapePath(shape: LineLook['shape']): string {
  switch (shape) {
    case 'circle':
      return 'M5 1.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z';
    case 'square':
      return 'M2 2h6v6h-6z';
    case 'triangle':
      return 'M5 1l4.2 7.5h-8.4z';
    case 'diamond':
      return 'M5 .8l4.2 4.2l-4.2 4.2l-4.2-4.2z';
  }
}

/** One moment of a chart: what the `line`-th engine gave. */
export interface ChartRow {
  at: number;
  line: number;
  value: number;
  mean: number;
  unvalidated: boolean;
}

/** Every point of every line, in the order of time. */
export function chartRows(lines: readonly TrendLine[]): ChartRow[] {
  return lines
    .flatMap(({ points }, line) =>
      points.map(({ at, value, mean, unvalidated }): ChartRow => ({ at, line, value, mean, unvalidated })),
    )
    .toSorted((a, b) => a.at - b.at);
}

/** Moments to be named beneath a chart: at most `most` of the days there are points on, spread evenly. */
export function dayTicks(rows: readonly ChartRow[], most: number): number[] {
  const days = [
    ...new Map(rows.toReversed().map(({ at }) => [new Date(at).toDateString(), at])).values(),
  ].reverse();
  if (days.length <= most) return days;
  const apart = (days.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => days[Math.round(index * apart)] ?? 0);
}
