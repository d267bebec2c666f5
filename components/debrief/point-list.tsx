import type { Point, Report } from '#lib/domain/report-schema.ts';
import { NotYetChecked } from './not-yet-checked.tsx';
import { Quote } from './quote.tsx';

/** Pros, cons or unknowns, each with the words it rests on, or with what was asked and not said. */
export function PointList({
  points,
  none,
  unvalidated,
}: {
  points: readonly Point[];
  none: string;
  unvalidated: Report['unvalidated'];
}) {
  if (points.length === 0) return <p className="text-note text-faded">{none}</p>;
  return (
    <ul className="grid max-w-read gap-6">
      {points.map((point) => (
        <li key={`${point.criterion}-${point.text}`} className="keep">
          <p className="text-read">{point.text}</p>
          <NotYetChecked criterion={point.criterion} unvalidated={unvalidated} />
          {point.evidence.map((evidence) => (
            <Quote key={`${evidence.turnId}-${evidence.start}-${evidence.end}`} evidence={evidence} />
          ))}
          <Absent point={point} />
        </li>
      ))}
    </ul>
  );
}

function Absent({ point: { evidence, asked } }: { point: Point }) {
  if (asked)
    return (
      <p className="mt-2 text-note text-faded">
        Asked:{' '}
        <a href={`#turn-${asked.turnId}`} className="link">
          {asked.question}
        </a>
      </p>
    );
  return evidence.length === 0 ? (
    <p className="label mt-1.5 font-normal">Not mentioned, and not asked.</p>
  ) : null;
}
