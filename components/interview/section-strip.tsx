import { sectionLabels } from '#components/labels.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import { formatClock, spokenRange } from './clock.ts';

const cell = 'border-l border-edge p-0 pl-1.5 text-left leading-tight whitespace-nowrap';

/**
 * The plan of the main answer, drawn to scale, and how far the words typed so far would reach if they were spoken.
 * A plan and a length, nothing about what is said.
 */
export function SectionStrip({
  budgets,
  range,
  seconds,
}: {
  budgets: InterviewView['sectionBudgets'];
  range: InterviewView['answerSeconds'];
  seconds: number;
}) {
  const total = budgets.reduce((sum, budget) => sum + budget.seconds, 0);
  const reached = total === 0 ? 0 : Math.min(100, (seconds / total) * 100);
  return (
    <div className="label font-normal">
      <div className="flex justify-between gap-4">
        <p>
          Spoken length <span className="figures font-medium text-ink">{formatClock(seconds)}</span>
        </p>
        <p className="text-right">Aim for {spokenRange(range)}</p>
      </div>
      <svg width="100%" height="4" aria-hidden="true" className="mt-1.5 block bg-rule">
        <rect width={`${reached}%`} height="4" className="fill-ink" />
      </svg>
      {/* The width attribute of a column draws to scale without a style in line, which the page's policy forbids. */}
      <table className="mt-1 w-full table-fixed border-collapse">
        <caption className="sr-only">Time for each section</caption>
        <colgroup>
          {budgets.map(({ section, seconds: target }) => (
            <col key={section} width={`${(target / total) * 100}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {budgets.map(({ section }) => (
              <th key={section} scope="col" className={`${cell} font-normal`}>
                <span className="max-tablet:hidden">{sectionLabels[section]}</span>
                <abbr title={sectionLabels[section]} className="no-underline tablet:hidden">
                  {sectionLabels[section].slice(0, 1)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {budgets.map(({ section, seconds: target }) => (
              <td key={section} className={cell}>
                <span className="figures max-tablet:sr-only">{formatClock(target)}</span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
