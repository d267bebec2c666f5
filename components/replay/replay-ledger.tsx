import { ScoreBar } from '#components/debrief/score-bar.tsx';
import type { ReplayStep } from '#lib/domain/history/replay-timeline.ts';
import { entryWords } from './replay-words.ts';

/** The whole ledger as it stood after a step; what the step moved is marked. `mark`: what is not yet checked. */
export function ReplayLedger({ step, mark }: { step: ReplayStep; mark: string }) {
  const moved = new Set(step.moved.map(({ criterion }) => criterion));
  return (
    <ul className="grid gap-x-6 font-sans text-control max-wide:grid-cols-2">
      {step.ledger.map((entry) => (
        <li
          key={entry.criterion}
          data-moved={moved.has(entry.criterion) || undefined}
          className="-mx-2 border-b border-rule px-2 py-1.5 data-moved:bg-wash"
        >
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className={moved.has(entry.criterion) ? 'font-semibold' : ''}>
              {entry.name}
              {moved.has(entry.criterion) && <span className="sr-only"> (moved)</span>}
            </span>
            <span className="label figures font-normal">{entryWords(entry)}</span>
          </span>
          <ScoreBar score={entry.score} />
          {entry.unvalidated && <span className="label block font-normal italic">{mark}</span>}
        </li>
      ))}
    </ul>
  );
}
