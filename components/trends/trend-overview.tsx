import Link from 'next/link';
import { engineName } from '#components/engine-words.ts';
import { extremes } from '#lib/domain/history/records.ts';
import type { TrendLine, TrendPoint } from '#lib/domain/history/trends.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';
import { Sparkline } from './sparkline.tsx';

export interface OverviewEntry {
  key: string;
  name: string;
  href: string;
  unvalidated: boolean;
  lines: readonly TrendLine[];
}

/** First, best and latest of each trend, a row for each engine; a name leads to its picture. */
export function TrendOverview({
  entries,
  chosen,
  caption,
  words,
}: {
  entries: readonly OverviewEntry[];
  chosen: string | null;
  caption: string;
  words: (point: TrendPoint) => string;
}) {
  const several = new Set(entries.flatMap(({ lines }) => lines.map(({ engine }) => engine))).size > 1;
  const columns = ['', ...(several ? ['Read by'] : []), 'First', 'Best', 'Latest', 'Interviews'];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="figures w-full text-left font-sans text-control">
        <caption className="sr-only">{caption}</caption>
        <thead className="label">
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className="py-1 pr-5 font-medium">
                {name || <span className="sr-only">What</span>}
              </th>
            ))}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {entries.flatMap(({ key, name, href, unvalidated, lines }) =>
            lines.map((line) => (
              <tr key={`${key} ${line.engine}`} className="border-t border-rule align-baseline">
                <th scope="row" className="min-w-40 py-1.5 pr-5 font-medium">
                  <Link
                    href={href}
                    scroll={false}
                    prefetch={false}
                    aria-current={key === chosen ? 'true' : undefined}
                    className="link aria-current:text-rubric"
                  >
                    {name}
                  </Link>
                  {unvalidated && <span className="label block font-normal italic">{notYetChecked}</span>}
                </th>
                {several && <td className="py-1.5 pr-5 whitespace-nowrap">{engineName(line.engine)}</td>}
                <Figures line={line} words={words} />
                <td className="py-1.5 pr-5">{line.points.length}</td>
                <td className="py-1.5" aria-hidden="true">
                  <Sparkline line={line} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Figures({ line, words }: { line: TrendLine; words: (point: TrendPoint) => string }) {
  const found = extremes(line);
  if (!found)
    return (
      <td colSpan={3} className="py-1.5 pr-5 text-faded">
        Nothing to draw
      </td>
    );
  return [found.first, found.best, found.latest].map((point, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: first, best and latest, always in this order
    <td key={index} className="py-1.5 pr-5">
      {words(point)}
    </td>
  ));
}
