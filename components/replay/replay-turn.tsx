import { segmentsOf } from '#components/debrief/marked-text.ts';
import { formatClock } from '#components/interview/clock.ts';
import type { ReplayStep } from '#lib/domain/history/replay-timeline.ts';
import type { ProbeReport } from '#lib/domain/report-schema.ts';
import { entryWords, readingWords } from './replay-words.ts';

const speakers = { bar_raiser: 'Bar raiser', candidate: 'You' } as const;

/** Waits shorter than this are not told, in seconds. */
const toldFrom = 20;

/** One step of the replay: what was said, why it was asked, how it was rated, and what it moved by which words. */
export function ReplayTurn({
  step,
  probe,
  current,
  mark,
}: {
  step: ReplayStep;
  /** What the debrief says of this reply. */
  probe: Pick<ProbeReport, 'rating' | 'why'> | null;
  current: boolean;
  /** Stands beside what no rated answers stand behind. */
  mark: string;
}) {
  const asks = step.kind === 'bar_raiser';
  const moved = step.moved.flatMap(({ quote }) => (quote?.turnId === step.id ? [quote] : []));
  return (
    <li
      data-speaker={step.kind}
      data-step={step.id}
      aria-current={current ? 'step' : undefined}
      className="grid gap-1 border-l-2 border-transparent pl-4 aria-current:border-rubric"
    >
      <p className={`label ${asks ? 'text-rubric!' : ''}`}>
        {step.kind === 'bar_raiser' || step.kind === 'candidate'
          ? speakers[step.kind]
          : readingWords[step.kind]}
        {step.waited >= toldFrom && (
          <span className="figures font-normal text-faded"> after {formatClock(step.waited)}</span>
        )}
      </p>
      {step.text && (
        <p className={`${asks ? 'text-read font-medium' : 'text-note'} max-w-read whitespace-pre-line`}>
          {segmentsOf(step.text, moved).map(({ text, start, quotes }) => (
            <span key={start} className={quotes.length > 0 ? 'quoted' : undefined}>
              {text}
            </span>
          ))}
        </p>
      )}
      {step.question && (
        <p className="max-w-read text-note text-faded">
          <span className="label">Why it was asked</span> {step.question.reason}
        </p>
      )}
      {probe && (
        <p className="max-w-read text-note text-faded">
          <span className="label">{ratings[probe.rating ?? 'none']}</span> {probe.why}
        </p>
      )}
      {step.moved.length > 0 && <Moved step={step} mark={mark} />}
    </li>
  );
}

const ratings = { 0: 'Weak', 1: 'Mixed', 2: 'Strong', none: 'Not rated' } as const;

function Moved({ step, mark }: { step: ReplayStep; mark: string }) {
  return (
    <ul aria-label="What it moved" className="mt-1 grid max-w-read gap-1 text-note">
      {step.moved.map(({ criterion, name, from, to, quote, unvalidated }) => (
        <li key={criterion}>
          <span className="figures font-sans text-label font-semibold">
            {name}: {entryWords(from)} <span aria-hidden="true">→</span>
            <span className="sr-only">to</span> {entryWords(to)}
          </span>
          {unvalidated && <span className="label font-normal italic"> {mark}</span>}
          {quote && <span className="block border-l border-edge pl-3 text-faded">“{quote.quote}”</span>}
        </li>
      ))}
    </ul>
  );
}
