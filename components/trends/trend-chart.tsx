'use client';

import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { dayWords } from '#components/history/day.tsx';
import type { TrendLine } from '#lib/domain/history/trends.ts';
import { type ChartRow, chartRows, dayTicks, lineLook, shapePath } from './line-looks.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * The points of a trend and, for each engine, the line of their mean. Drawn in the browser alone: what it sets on its
 * elements it sets through their style object, which a strict content policy lets pass; in markup it would not.
 */
export default function TrendChart({
  lines,
  label,
  steps,
}: {
  lines: readonly TrendLine[];
  label: string;
  /** What 0, 1, 2 and 3 are called. */
  steps: readonly string[];
}) {
  const rows = chartRows(lines);
  const [first, last] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0];
  const margin = first === last ? day : 0;
  const longest = Math.max(...steps.map(({ length }) => length));
  return (
    <div role="img" aria-label={label} className="h-64 w-full font-sans text-label">
      <LineChart
        responsive
        accessibilityLayer={false}
        data={rows}
        width="100%"
        height={256}
        margin={{ top: 10, right: 30, bottom: 2, left: 14 }}
      >
        <CartesianGrid vertical={false} stroke="var(--color-rule)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[first - margin, last + margin]}
          tickFormatter={(at: number) => dayWords(at, true)}
          ticks={dayTicks(rows, 4)}
          interval="preserveStartEnd"
          minTickGap={24}
          padding={{ left: 12, right: 12 }}
          stroke="var(--color-edge)"
          tick={{ fill: 'var(--color-faded)', fontSize: 13 }}
        />
        <YAxis
          type="number"
          domain={[-0.15, 3.15]}
          ticks={[0, 1, 2, 3]}
          tickFormatter={(value: number) => steps[value] ?? ''}
          width={longest > 3 ? 118 : 24}
          stroke="var(--color-edge)"
          tick={{ fill: 'var(--color-faded)', fontSize: 13 }}
        />
        {lines.map(({ engine }, index) => (
          <Line
            key={`mean ${engine}`}
            dataKey={(row: ChartRow) => (row.line === index ? row.mean : null)}
            stroke={lineLook(index).colour}
            strokeWidth={2}
            strokeDasharray={lineLook(index).dash}
            dot={false}
            activeDot={false}
            connectNulls
            isAnimationActive={false}
          />
        ))}
        {lines.map(({ engine }, index) => (
          <Line
            key={`value ${engine}`}
            dataKey={(row: ChartRow) => (row.line === index ? row.value : null)}
            stroke="none"
            dot={(props) => <Point key={props.key} {...props} index={index} />}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </div>
  );
}

/** A single score or vote; hollow where no rated answers stand behind it. */
function Point({
  cx,
  cy,
  payload,
  index,
}: {
  cx?: number | undefined;
  cy?: number | undefined;
  payload?: ChartRow;
  index: number;
}) {
  if (cx === undefined || cy === undefined || cy === null || !payload) return null;
  const { colour, shape } = lineLook(index);
  return (
    <path
      d={shapePath(shape)}
      transform={`translate(${cx - 5} ${cy - 5})`}
      fill={payload.unvalidated ? 'var(--color-paper)' : colour}
      stroke={colour}
      strokeWidth={1.25}
    />
  );
}
