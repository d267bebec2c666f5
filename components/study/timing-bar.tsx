import { formatClock } from '#components/interview/clock.ts';

/** How long words take to say, drawn against their target: the bar is the words, the line across it the target. */
export function TimingBar({
  seconds,
  targetSeconds,
  longest,
}: {
  seconds: number;
  targetSeconds: number;
  /** seconds that fill the whole width, the same for all bars of a page */
  longest: number;
}) {
  const share = (value: number) => `${(Math.min(value, longest) / longest) * 100}%`;
  return (
    <div className="label mt-1 font-normal">
      <p className="figures">
        <span className="text-ink">{formatClock(seconds)}</span> spoken, target {formatClock(targetSeconds)}
      </p>
      <svg
        width="100%"
        height="12"
        aria-hidden="true"
        className="mt-1.5 block max-w-40 print:[print-color-adjust:exact]"
      >
        <rect y="5" width="100%" height="1" className="fill-rule" />
        <rect y="3" width={share(seconds)} height="5" className="fill-ink" />
        <rect
          x={share(targetSeconds)}
          width="2"
          height="11"
          className="fill-rubric"
          transform="translate(-2 0)"
        />
      </svg>
    </div>
  );
}
