import { engineName } from '#components/engine-words.ts';
import { meanOver, type TrendLine } from '#lib/domain/history/trends.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';
import { lineLook, shapePath } from './line-looks.ts';

/** What a chart's lines and points are: one line for each engine, never two engines in one. */
export function TrendLegend({ lines, unvalidated }: { lines: readonly TrendLine[]; unvalidated: boolean }) {
  return (
    <div className="mt-3 grid gap-1 font-sans text-label text-faded">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {lines.map(({ engine }, index) => (
          <li key={engine} className="flex items-center gap-2">
            <svg width="34" height="10" aria-hidden="true">
              <line
                x1="0"
                x2="34"
                y1="5"
                y2="5"
                stroke={lineLook(index).colour}
                strokeWidth="2"
                strokeDasharray={lineLook(index).dash}
              />
              <path
                d={shapePath(lineLook(index).shape)}
                transform="translate(12 0)"
                fill={lineLook(index).colour}
              />
            </svg>
            <span className="text-ink">{engineName(engine)}</span>
          </li>
        ))}
      </ul>
      <p>Each point is one interview, the line the mean of the last {meanOver} up to it.</p>
      {lines.length > 1 && (
        <p>Each engine has its own line: one engine’s scores say nothing about another’s.</p>
      )}
      {unvalidated && <p>A hollow point: {lowerFirst(notYetChecked)}.</p>}
    </div>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
