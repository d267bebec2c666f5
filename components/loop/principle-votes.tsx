import { voteLabels } from '#components/labels.ts';
import type { LoopDebrief } from '#lib/domain/loop/loop-debrief-schema.ts';
import { principleNames } from '#lib/domain/principle.ts';

/** The votes of each principle, one for each question about it. */
export function PrincipleVotes({ principles }: { principles: LoopDebrief['principles'] }) {
  if (principles.length === 0) return <p className="text-note text-faded">Nothing was asked.</p>;
  return (
    <table className="keep w-full max-w-read border-collapse text-left font-sans text-control">
      <caption className="sr-only">Votes by principle</caption>
      <thead>
        <tr className="border-y border-rule">
          <th scope="col" className="py-2 pr-3 font-medium">
            Principle
          </th>
          <th scope="col" className="py-2 font-medium">
            Votes
          </th>
        </tr>
      </thead>
      <tbody>
        {principles.map(({ principle, votes }) => (
          <tr key={principle} className="border-b border-rule align-top">
            <th scope="row" className="py-2 pr-3 font-normal">
              {principleNames[principle]}
            </th>
            <td className="py-2">
              {votes.map(({ position, vote, leaning }) => (
                <span key={position} className="block font-semibold">
                  {leaning && vote !== 'not_enough_evidence' ? 'leaning ' : ''}
                  {voteLabels[vote]}
                  <span className="label ml-2 font-normal">question {position}</span>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
