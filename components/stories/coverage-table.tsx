import type { CoverageRow } from '#lib/domain/story/coverage.ts';

const cellWords = { told: 'told', could: 'could carry it' } as const;

/** Principles against stories: filled where one tells it, outlined where the grader finds it could; the holes named. */
export function CoverageTable({ rows, titles }: { rows: readonly CoverageRow[]; titles: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Principles and stories" className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-collapse text-left font-sans text-control">
        <thead>
          <tr className="label border-b border-rule">
            <th scope="col" className="pb-2 font-medium">
              Principle
            </th>
            {titles.map((title, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two stories may have one title
              <th key={index} scope="col" title={title} className="figures w-9 pb-2 text-center font-medium">
                <span aria-hidden="true">{index + 1}</span>
                <span className="sr-only">{title}</span>
              </th>
            ))}
            <th scope="col" className="pb-2 pl-5 font-medium">
              Stories
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.principle} className="border-b border-rule">
              <th scope="row" className="py-2 pr-4 font-normal">
                {row.name}
              </th>
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is a story's place
                <td key={index} className="py-2 text-center">
                  {cell && (
                    <>
                      <span
                        aria-hidden="true"
                        className={`inline-block size-3.5 align-middle ${cell === 'told' ? 'bg-ink print:[print-color-adjust:exact]' : 'border border-ink'}`}
                      />
                      <span className="sr-only">{cellWords[cell]}</span>
                    </>
                  )}
                </td>
              ))}
              <td className="py-2 pl-5 whitespace-nowrap">
                <Standing row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Standing({ row: { standing, cells } }: { row: CoverageRow }) {
  if (standing === 'covered') return 'covered';
  if (standing === 'thin') return 'one only';
  return (
    <span className="text-rubric">{cells.includes('could') ? 'a hole; one could carry it' : 'a hole'}</span>
  );
}
