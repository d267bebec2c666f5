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
      <div className="relative mt-1.5 h-3" aria-hidden="true">
        <div className="absolute inset-x-0 top-[5.5px] h-px bg-rule" />
        <div
          className={`absolute inset-y-1 left-0 ${over ? 'bg-rubric' : 'bg-ink'}`}
          style={{ width: share(seconds) }}
        />
        <div
          className="absolute inset-y-0 w-0.5 -translate-x-full bg-rubric"
          style={{ left: share(targetSeconds) }}
        />
      </div>
    </div>
  );
}
