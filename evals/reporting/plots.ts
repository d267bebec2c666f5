import type { Interval } from '#evals/metrics/intervals.ts';
import type { Confusion } from '#evals/metrics/kappa.ts';

const width = 300;
const height = 22;
const inset = 8;

/**
 * A value with its interval on an axis, as inline SVG: the dot is the run, the ring the baseline, the dashed line the
 * floor. In: everything in the measure's own unit; what lies beyond the axis is drawn at its end.
 */
export function intervalPlot({
  value,
  interval,
  before = null,
  floor = null,
  axis,
  label,
}: {
  value: number;
  interval: Interval;
  before?: number | null;
  floor?: number | null;
  axis: readonly [number, number];
  label: string;
}): string {
  const [low, high] = axis;
  const at = (where: number) =>
    (inset + ((Math.min(Math.max(where, low), high) - low) / (high - low)) * (width - 2 * inset)).toFixed(1);
  const middle = height / 2;
  const parts = [
    `<line class="axis" x1="${inset}" x2="${width - inset}" y1="${middle}" y2="${middle}"/>`,
    floor === null
      ? ''
      : `<line class="floor" x1="${at(floor)}" x2="${at(floor)}" y1="2" y2="${height - 2}"/>`,
    Number.isNaN(interval.low)
      ? ''
      : `<line class="bar" x1="${at(interval.low)}" x2="${at(interval.high)}" y1="${middle}" y2="${middle}"/>`,
    `<circle class="dot" cx="${at(value)}" cy="${middle}" r="4"/>`,
    before === null ? '' : `<circle class="was" cx="${at(before)}" cy="${middle}" r="6.5"/>`,
  ];
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">${parts.join('')}</svg>`;
}

const cell = 32;
const margin = 32;

/** A table of agreement as a heat map: rows are labels, columns what the grader gave, shade the share of the row. */
export function confusionPlot(
  { classes, counts }: Confusion,
  names: readonly string[],
  label: string,
): string {
  const size = margin + classes * cell;
  const rows = Array.from({ length: classes }, (_, gold) => {
    const row = counts.subarray(gold * classes, (gold + 1) * classes);
    const total = row.reduce((sum, count) => sum + count, 0);
    return [...row].map((count, given) => {
      const share = total === 0 ? 0 : count / total;
      const [x, y] = [margin + given * cell, margin + gold * cell];
      const shade = `<rect class="cell" x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${cell - 2}" rx="4" opacity="${(0.05 + 0.95 * share).toFixed(2)}"/>`;
      return `${shade}<text class="count${share > 0.55 ? ' over' : ''}" x="${x + cell / 2}" y="${y + cell / 2 + 4}">${count}</text>`;
    });
  });
  const heads = names
    .slice(0, classes)
    .map(
      (name, at) =>
        `<text x="${margin + at * cell + cell / 2}" y="14" text-anchor="middle">${name}</text><text x="${margin - 8}" y="${margin + at * cell + cell / 2 + 4}" text-anchor="end">${name}</text>`,
    );
  return `<svg viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" role="img" aria-label="${label}">${heads.join('')}${rows.flat().join('')}</svg>`;
}
