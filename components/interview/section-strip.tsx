import { sectionLabels } from '#components/labels.ts';
import type { InterviewView } from '#lib/domain/interview-view.ts';
import { formatClock, spokenRange } from './clock.ts';

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
      <div className="mt-1.5 h-1 bg-rule" aria-hidden="true">
        <div className="h-full bg-ink" style={{ width: `${reached}%` }} />
      </div>
      <ol className="mt-1 flex">
        {budgets.map(({ section, seconds: target }) => (
          <li
            key={section}
            style={{ flexGrow: target, flexBasis: 0 }}
            className="min-w-0 border-l border-edge pl-1.5 leading-tight whitespace-nowrap"
          >
            <span className="max-tablet:hidden">{sectionLabels[section]}</span>
            <abbr title={sectionLabels[section]} className="no-underline tablet:hidden">
              {sectionLabels[section].slice(0, 1)}
            </abbr>
            <span className="figures block max-tablet:sr-only">{formatClock(target)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
