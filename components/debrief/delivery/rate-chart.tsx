import { formatClock } from '#components/interview/clock.ts';
import type { Delivery } from '#lib/domain/delivery/delivery.ts';

const [height, planned] = [72, 150];

/** Words a minute in stretches of the story; the line is the pace that times are planned with. */
export function RateChart({ rate }: { rate: Delivery['rate'] }) {
  const most = Math.max(planned * 1.3, ...rate.map(({ wordsAMinute }) => wordsAMinute));
  const width = 100 / rate.length;
  const y = (value: number) => height - (value / most) * height;
  const values = rate.map(
    ({ start, end, wordsAMinute }) =>
      `${Math.round(wordsAMinute)} from ${formatClock(start)} to ${formatClock(end)}`,
  );
  return (
    <figure>
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={`Words a minute: ${values.join('; ')}.`}
        className="block border-b border-edge print:[print-color-adjust:exact]"
      >
        {rate.map(({ start, wordsAMinute }, index) => (
          <rect
            key={start}
            x={`${index * width}%`}
            y={y(wordsAMinute)}
            width={`${width * 0.9}%`}
            height={height - y(wordsAMinute)}
            className="fill-ink"
          />
        ))}
        <line x1="0" x2="100%" y1={y(planned)} y2={y(planned)} className="stroke-rubric" strokeWidth="2" />
      </svg>
      <figcaption className="label figures mt-1.5 flex justify-between gap-4 font-normal">
        <span>0:00</span>
        <span>the line is 150 words a minute</span>
        <span>{formatClock(rate.at(-1)?.end ?? 0)}</span>
      </figcaption>
    </figure>
  );
}
