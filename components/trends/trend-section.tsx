import { MarginSection } from '#components/shell/margin-section.tsx';
import type { TrendLine, TrendPoint } from '#lib/domain/history/trends.ts';
import { LazyTrendChart } from './lazy-trend-chart.tsx';
import { TrendLegend } from './trend-legend.tsx';
import { type OverviewEntry, TrendOverview } from './trend-overview.tsx';
import { TrendTable } from './trend-table.tsx';

/** One kind of trend: all of it in figures, and the chosen one drawn large with its own numbers beside it. */
export function TrendSection({
  id,
  title,
  note,
  entries,
  chosen,
  column,
  steps,
  words,
}: {
  id: string;
  title: string;
  note: string;
  entries: readonly OverviewEntry[];
  chosen: OverviewEntry | null;
  /** What the value is: a score, a vote. */
  column: string;
  steps: readonly string[];
  words: (point: TrendPoint) => string;
}) {
  return (
    <MarginSection title={title} note={note} id={id}>
      {chosen && <Large chosen={chosen} column={column} steps={steps} words={words} />}
      <TrendOverview
        entries={entries}
        chosen={chosen?.key ?? null}
        caption={`${title}: first, best and latest`}
        words={words}
      />
    </MarginSection>
  );
}

function Large({
  chosen: { name, lines, unvalidated },
  column,
  steps,
  words,
}: {
  chosen: { name: string; lines: readonly TrendLine[]; unvalidated: boolean };
  column: string;
  steps: readonly string[];
  words: (point: TrendPoint) => string;
}) {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const figure = `${name}: ${column.toLowerCase()} over time`;
  return (
    <figure className="pb-8" aria-label={figure}>
      <figcaption className="pb-3 text-ask">{name}</figcaption>
      {drawn.length > 0 && (
        <LazyTrendChart
          lines={drawn}
          steps={steps}
          label={`${figure}. The table below has the same numbers.`}
        />
      )}
      <TrendLegend lines={drawn} unvalidated={unvalidated} />
      <TrendTable lines={lines} caption={figure} column={column} words={words} />
    </figure>
  );
}
