import type { Delivery } from '#lib/domain/delivery/delivery.ts';
import { fillerKinds } from '#lib/domain/delivery/fillers.ts';

/** How often each filler was said, drawn to scale. */
export function FillerList({
  fillers,
  aMinute,
}: {
  fillers: NonNullable<Delivery['fillers']>;
  aMinute: number | null;
}) {
  const most = Math.max(1, ...fillers.map(({ count }) => count));
  const all = fillers.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {fillers.length > 0 && (
        <table className="w-full border-collapse font-sans text-control">
          <caption className="sr-only">How often each filler word was said</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Word</th>
              <th scope="col">Drawn to scale</th>
              <th scope="col">Times</th>
            </tr>
          </thead>
          <tbody>
            {fillers.map(({ kind, count }) => (
              <tr key={kind}>
                <th scope="row" className="py-1 pr-4 text-left font-medium whitespace-nowrap">
                  {kind}
                </th>
                <td className="w-full py-1" aria-hidden="true">
                  <svg
                    width="100%"
                    height="8"
                    aria-hidden="true"
                    className="block print:[print-color-adjust:exact]"
                  >
                    <rect width={`${(count / most) * 100}%`} height="8" className="fill-ink" />
                  </svg>
                </td>
                <td className="figures py-1 pl-4 text-right">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-2 text-note text-faded">
        {all === 0 ? 'None was written down' : `${all} in all`}
        {aMinute !== null && all > 0 && `, ${aMinute.toFixed(1)} a minute`}. Counted are{' '}
        {fillerKinds.join(', ')}, where they fill and mean nothing. Many recognisers leave “um” and “uh” out,
        so there may have been more.
      </p>
    </>
  );
}
