import type { TrendLine } from '#lib/domain/history/trends.ts';

const [width, height] = [120, 24];

/** The mean of a line at a glance; its numbers stand beside it. */
export function Sparkline({ line }: { line: TrendLine }) {
  const { points } = line;
  const across = Math.max(points.length - 1, 1);
  const places = points.map(({ mean }, index) => ({
    x: 2 + (index / across) * (width - 4),
    y: height - 3 - (mean / 3) * (height - 6),
  }));
  const end = places.at(-1);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className="block"
    >
      <line x1="0" x2={width} y1={height - 3} y2={height - 3} className="stroke-rule" />
      <polyline
        points={places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        strokeWidth="1.5"
        className="stroke-ink"
      />
      {end && <circle cx={end.x} cy={end.y} r="2.5" className="fill-rubric" />}
    </svg>
  );
}
