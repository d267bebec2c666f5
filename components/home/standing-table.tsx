import Link from 'next/link';
import { levelLabels, voteLabels } from '#components/labels.ts';
import { libraryHref } from '#components/study/study-links.ts';
import { principleNames } from '#lib/domain/principle.ts';
import type { PrincipleStanding } from '#lib/domain/standing.ts';
import { notYetChecked, unvalidatedCriteria } from '#lib/domain/unvalidated.ts';

/** Where the bar stands per principle: the last vote, the stories at hand, the questions read. */
export function StandingTable({ standing }: { standing: readonly PrincipleStanding[] }) {
  return (
    <table className="w-full border-collapse text-left font-sans text-control">
      <caption className="sr-only">Where you stand, principle by principle</caption>
      <thead>
        <tr className="label border-b border-rule">
          <th scope="col" className="pb-2 font-medium">
            Principle
          </th>
          <th scope="col" className="pb-2 pl-4 font-medium">
            Last vote
          </th>
          <th scope="col" className="pb-2 pl-4 text-right font-medium">
            Stories
          </th>
          <th scope="col" className="pb-2 pl-4 text-right font-medium">
            Read
          </th>
        </tr>
      </thead>
      <tbody>
        {standing.map((line) => (
          <tr key={line.principle} className="border-b border-rule align-baseline">
            <th scope="row" className="py-2 font-normal">
              <Link
                prefetch={false}
                href={libraryHref({ principle: line.principle, level: 'sde2' })}
                className="hover:text-rubric"
              >
                {principleNames[line.principle]}
              </Link>
            </th>
            <td className="py-2 pl-4">
              <LastVote standing={line} />
            </td>
            <td className={`figures py-2 pl-4 text-right ${line.stories === 0 ? 'text-faded' : ''}`}>
              {line.stories}
            </td>
            <td
              className={`figures py-2 pl-4 text-right whitespace-nowrap ${line.read === 0 ? 'text-faded' : ''}`}
            >
              {line.read} of {line.questions}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LastVote({ standing: { principle, latest } }: { standing: PrincipleStanding }) {
  if (!latest) return <span className="whitespace-nowrap text-faded">not yet</span>;
  return (
    <>
      <Link prefetch={false} href={`/interviews/${latest.interviewId}`} className="link">
        {voteLabels[latest.vote]}
        <span className="text-faded"> ({levelLabels[latest.level]})</span>
      </Link>
      {unvalidatedCriteria(principle).length > 0 && (
        <span className="label block font-normal italic">{notYetChecked}</span>
      )}
    </>
  );
}
