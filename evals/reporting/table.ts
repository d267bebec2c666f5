import type { Decision } from '#evals/gate/decide.ts';
import type { Measured } from '#evals/metrics/measure-run.ts';
import { shownChange, shownInterval, shownValue } from './format.ts';

/** Details that the reports hold and a terminal does not need. */
const isDetail = ({ measure: { id, family } }: Measured) =>
  family === 'criterion' || /^(?:bias|pair|attack|vote-kappa|stable):/u.test(id);

/** The table a run prints: each number with n and its interval, and how it moved against the baseline. */
export function plainTable({ measured, changes }: Decision): string {
  const rows = measured.filter((each) => !isDetail(each));
  const widest = Math.max(...rows.map(({ measure }) => measure.name.length));
  const lines = rows.map(({ measure, value, n, interval }) => {
    const change = changes.find((each) => each.measure.id === measure.id);
    const moved = change ? `${shownChange(change.after - change.before, measure)} ${change.movement}` : '';
    return [
      measure.suite.padEnd(12),
      measure.name.padEnd(widest),
      String(Math.round(n)).padStart(6),
      shownValue(value, measure).padStart(8),
      shownInterval(interval, measure).padStart(15),
      ` ${moved}`,
    ].join(' ');
  });
  const head = [
    'suite'.padEnd(12),
    'measure'.padEnd(widest),
    'n'.padStart(6),
    'value'.padStart(8),
    '95 %'.padStart(15),
    ' against the baseline',
  ].join(' ');
  return [head, '-'.repeat(head.length), ...lines].join('\n');
}
