import type { Persons } from '#lib/domain/delivery/pronouns.ts';

const half = 36;

/** "I" above the line and "we" below it, in stretches of equal length. */
export function PersonChart({ persons }: { persons: readonly Persons[] }) {
  const most = Math.max(1, ...persons.flatMap(({ i, we }) => [i, we]));
  const width = 100 / persons.length;
  const share = (count: number) => (count / most) * half;
  const total = (key: keyof Persons) => persons.reduce((sum, part) => sum + part[key], 0);
  const spoken = persons.map(({ i, we }, index) => `part ${index + 1}: ${i} and ${we}`).join('; ');
  return (
    <figure>
      <svg
        width="100%"
        height={half * 2 + 1}
        role="img"
        aria-label={`How often “I” and “we” were said: ${spoken}.`}
        className="block print:[print-color-adjust:exact]"
      >
        {persons.map(({ i, we }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
          <g key={index}>
            <rect
              x={`${index * width}%`}
              y={half - share(i)}
              width={`${width * 0.9}%`}
              height={share(i)}
              className="fill-ink"
            />
            <rect
              x={`${index * width}%`}
              y={half + 1}
              width={`${width * 0.9}%`}
              height={share(we)}
              className="fill-rubric"
            />
          </g>
        ))}
        <line x1="0" x2="100%" y1={half + 0.5} y2={half + 0.5} className="stroke-edge" />
      </svg>
      <figcaption className="label figures mt-1.5 flex justify-between gap-4 font-normal">
        <span>
          above the line “I”, in all its forms: <span className="text-ink">{total('i')}</span>
        </span>
        <span className="text-right">
          below it “we”: <span className="text-rubric">{total('we')}</span>
        </span>
      </figcaption>
    </figure>
  );
}
