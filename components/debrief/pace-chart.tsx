import { formatClock, spokenRange } from '#components/interview/clock.ts';
import { sectionLabels } from '#components/labels.ts';
import type { Pace, SectionPace } from '#lib/domain/report-schema.ts';
import type { Section } from '#lib/domain/section.ts';
import { paceWords } from './plain-words.ts';

/** How long each part of the story took when spoken, against its target. */
export function PaceChart({
  pace,
  measured,
  estimated,
}: {
  pace: Pace;
  /** The times are those of the words as they were spoken; else they are 150 words a minute. */
  measured: boolean;
  /** Sections whose times are not measured, where others are. */
  estimated: readonly Section[];
}) {
  const longest = Math.max(
    ...pace.sections.flatMap(({ seconds, targetSeconds }) => [seconds, targetSeconds]),
    1,
  );
  return (
    <div className="max-w-read">
      <table className="w-full border-collapse font-sans text-control">
        <caption className="sr-only">Time per section of the story, against its target</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Section</th>
            <th scope="col">Drawn to scale</th>
            <th scope="col">Time and target</th>
          </tr>
        </thead>
        <tbody>
          {pace.sections.map((section) => (
            <PaceRow key={section.section} pace={section} longest={longest} />
          ))}
        </tbody>
      </table>
      <p className="mt-4 text-note text-faded">
        In all {formatClock(pace.seconds)}
        {measured ? ', as you spoke it' : ', at 150 words a minute'}; this level has{' '}
        {spokenRange(pace.targetSeconds)}. The line across a bar is the target.
        {!measured && pace.spokenSeconds !== null && ` Spoken, it took ${formatClock(pace.spokenSeconds)}.`}
        {estimated.length > 0 &&
          ` Mostly typed or corrected, so at 150 words a minute: ${estimated.map((section) => sectionLabels[section]).join(', ')}.`}
      </p>
    </div>
  );
}

function PaceRow({ pace, longest }: { pace: SectionPace; longest: number }) {
  const share = (seconds: number) => `${(seconds / longest) * 100}%`;
  return (
    <tr>
      <th scope="row" className="py-1.5 pr-4 text-left font-medium">
        {sectionLabels[pace.section]}
      </th>
      <td className="w-full py-1.5" aria-hidden="true">
        <svg width="100%" height="12" aria-hidden="true" className="block print:[print-color-adjust:exact]">
          <rect y="2" width={share(pace.seconds)} height="8" className="fill-ink" />
          <rect
            x={share(pace.targetSeconds)}
            width="2"
            height="12"
            className="fill-rubric"
            transform="translate(-2 0)"
          />
        </svg>
      </td>
      <td className="figures py-1.5 pl-4 text-right whitespace-nowrap text-faded">
        <span className="text-ink">{formatClock(pace.seconds)}</span> of {formatClock(pace.targetSeconds)}
        <span className="max-tablet:sr-only">, </span>
        <span className="max-tablet:block">{paceWords[pace.verdict]}</span>
      </td>
    </tr>
  );
}
