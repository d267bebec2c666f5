import { engineLine } from '#components/engine-words.ts';
import type { EngineParts } from '#lib/domain/engine-parts.ts';
import type { ClockData, PhaseData } from '#lib/domain/interview-view.ts';
import { elapsedOnAnswer, formatClock, secondsLeft } from './clock.ts';

/** Where the interview stands and what time is left; never how it goes. */
export function SessionBar({
  phase,
  clock,
  now,
  engines,
}: {
  phase: PhaseData;
  clock: ClockData;
  now: number;
  engines: EngineParts;
}) {
  const open = phase.phase !== 'closing' && phase.phase !== 'assessed';
  return (
    <section
      aria-label="Where the interview stands"
      className="sticky top-0 z-10 border-b border-rule bg-paper"
    >
      <div className="sheet label figures flex justify-between gap-4 py-2.5">
        <p className="flex min-w-0 flex-wrap gap-x-5">
          <span className="text-ink">{standing(phase)}</span>
          <span className="font-normal wrap-anywhere">{engineLine(engines)}</span>
        </p>
        {open && (
          <p className="flex flex-wrap justify-end gap-x-5">
            <span>This answer {formatClock(elapsedOnAnswer(clock, now))}</span>
            <span className="text-ink">{formatClock(secondsLeft(clock, now))} left</span>
          </p>
        )}
      </div>
    </section>
  );
}

function standing({ phase, questionsAsked, questionsAtMost }: PhaseData): string {
  if (phase === 'closing' || phase === 'assessed') return 'The interview is over';
  if (questionsAsked === 0) return 'Your story';
  return `Question ${questionsAsked} of at most ${questionsAtMost}`;
}
