import { engineName } from '#components/engine-words.ts';
import { Day } from '#components/history/day.tsx';
import { levelLabels } from '#components/labels.ts';
import type { TrendLine, TrendPoint } from '#lib/domain/history/trends.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';

/** The numbers of a chart, newest first, for who does not see it; each leads to its debrief. */
export function TrendTable({
  lines,
  caption,
  column,
  words,
}: {
  lines: readonly TrendLine[];
  caption: string;
  /** What the value is. */
  column: string;
  words: (point: TrendPoint) => string;
}) {
  const points = lines
    .flatMap(({ engine, points: own }) => own.map((point) => ({ engine, ...point })))
    .toSorted((a, b) => b.at - a.at);
  const without = lines.reduce((sum, line) => sum + line.without, 0);
  return (
    <details className="mt-4">
      <summary className="label w-fit underline decoration-edge underline-offset-4 hover:text-rubric">
        The same numbers as a table
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={caption} tabIndex={0} className="mt-3 max-h-[32rem] overflow-auto">
        <table className="figures w-full text-left text-note">
          <caption className="sr-only">{caption}</caption>
          <thead className="label">
            <tr>
              {['Day', 'Question', 'Held for', 'Read by', column, 'Mean'].map((name) => (
                <th key={name} scope="col" className="py-1 pr-5 font-medium whitespace-nowrap">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.interviewId} className="border-t border-rule align-baseline">
                <td className="py-1 pr-5 whitespace-nowrap">
                  <a href={`/interviews/${point.interviewId}`} className="link">
                    <Day at={point.at} short />
                  </a>
                </td>
                <td className="min-w-56 py-1 pr-5">{point.question}</td>
                <td className="py-1 pr-5">{levelLabels[point.level]}</td>
                <td className="py-1 pr-5 whitespace-nowrap">{engineName(point.engine)}</td>
                <td className="py-1 pr-5">
                  {words(point)}
                  {point.unvalidated && (
                    <span className="label block font-normal italic">{notYetChecked}</span>
                  )}
                </td>
                <td className="py-1">{point.mean.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {without > 0 && (
        <p className="label mt-2 font-normal">
          Not drawn: {without} without a story, or with a score withheld.
        </p>
      )}
    </details>
  );
}
