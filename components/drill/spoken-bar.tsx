import { formatClock } from '#components/interview/clock.ts';

/** A section's clock: how long the words would take to say, against the time it has. The line is the target. */
export function SpokenBar({ seconds, targetSeconds }: { seconds: number; targetSeconds: number }) {
  const longest = targetSeconds * 1.6;
  const share = (value: number) => `${(Math.min(value, longest) / longest) * 100}%`;
  const over = seconds > targetSeconds * 1.5;
  return (
    <div className="label w-56 font-normal">
      <p className="figures">
        <span className={`font-medium ${over ? 'text-rubric' : 'text-ink'}`}>{formatClock(seconds)}</span>{' '}
        when spoken, of {formatClock(targetSeconds)}
      </p>
      {/* Drawn by attributes: the page's security policy allows no style attributes. */}
      <svg width="100%" height="12" aria-hidden="true" className="mt-1.5 block">
        <rect y="5" width="100%" height="1" className="fill-rule" />
        <rect y="3" width={share(seconds)} height="5" className={over ? 'fill-rubric' : 'fill-ink'} />
        <rect x={share(targetSeconds)} width="2" height="12" className="fill-rubric" />
      </svg>
    </div>
  );
}
