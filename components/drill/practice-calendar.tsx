import type { DrillProgress } from '#lib/services/drill/drill-progress.ts';
import { practiceWords } from './drill-words.ts';

/** Four weeks of practice as a row of days; a day without stays blank, and nothing is said about it. */
export function PracticeCalendar({ progress }: { progress: DrillProgress }) {
  const { days, calendar, total } = progress;
  const most = Math.max(1, ...calendar.map(({ seconds }) => seconds));
  return (
    <div className="max-w-read">
      <p className="text-read">{practiceWords(days)}</p>
      <p className="label figures mt-1 font-normal">
        {total.practised} exercises tried{total.due > 0 && `, ${total.due} due today`}
      </p>
      <ol className="mt-5 flex h-12 items-end gap-1" aria-label="The last four weeks">
        {calendar.map(({ day, exercises, seconds }) => (
          <li key={day} className="flex h-full min-w-0 flex-1 items-end border-b border-rule">
            <span className="sr-only">
              {day}: {exercises} exercises
            </span>
            {exercises > 0 && (
              <span
                aria-hidden="true"
                className="block w-full bg-ink"
                style={{ height: `${Math.max(12, (seconds / most) * 100)}%` }}
              />
            )}
          </li>
        ))}
      </ol>
      <p className="label mt-1.5 flex justify-between font-normal" aria-hidden="true">
        <span>Four weeks ago</span>
        <span>Today</span>
      </p>
    </div>
  );
}
