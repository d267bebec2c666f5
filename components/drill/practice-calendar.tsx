import type { DrillProgress } from '#lib/services/drill/drill-progress.ts';
import { calendarWords, practiceWords } from './drill-words.ts';

/** Four weeks of practice as a row of days; a day without stays blank, and nothing is said about it. */
export function PracticeCalendar({ progress }: { progress: DrillProgress }) {
  const { days, calendar, total } = progress;
  const most = Math.max(1, ...calendar.map(({ seconds }) => seconds));
  return (
    <div className="max-w-read">
      <p className="text-read">{practiceWords(days)}</p>
      {total.practised > 0 && (
        <p className="label figures mt-1 font-normal">
          {total.practised === 1 ? 'One exercise' : `${total.practised} exercises`} tried
          {total.due > 0 && `, ${total.due} due today`}
        </p>
      )}
      <svg
        viewBox={`0 0 ${calendar.length * 10} 40`}
        role="img"
        aria-label={calendarWords(calendar)}
        className="mt-5 block w-full"
      >
        {calendar.map(({ day, exercises, seconds }, index) => (
          <g key={day}>
            <rect x={index * 10} y="39" width="8" height="1" className="fill-rule" />
            {exercises > 0 && (
              <rect
                x={index * 10}
                y={40 - barHeight(seconds, most)}
                width="8"
                height={barHeight(seconds, most)}
                className="fill-ink"
              />
            )}
          </g>
        ))}
      </svg>
      <p className="label mt-1.5 flex justify-between font-normal" aria-hidden="true">
        <span>Four weeks ago</span>
        <span>Today</span>
      </p>
    </div>
  );
}

/** Of 40; the shortest day is still to be seen. */
function barHeight(seconds: number, most: number): number {
  return Math.max(5, Math.round((seconds / most) * 40));
}
