import { levelLabels, levelOrder, voteLabels } from '#components/labels.ts';
import type { LevelVote, Report } from '#lib/domain/report-schema.ts';

/** How the same words read at each level, from the story alone and after the questions. */
export function VoteTable({ report }: { report: Report }) {
  const rows = [
    { name: 'Your story alone', votes: report.firstVotes },
    { name: 'After the questions', votes: report.votes },
  ];
  return (
    <table className="keep mt-9 w-full max-w-read border-collapse text-left font-sans text-control">
      <caption className="label pb-2 text-left">How the same words read at each level</caption>
      <thead>
        <tr className="border-y border-rule">
          <td />
          {levelOrder.map((level) => (
            <th
              key={level}
              scope="col"
              className={`py-2 pr-3 font-medium ${emphasis(level === report.level)}`}
            >
              {levelLabels[level]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, votes }) => (
          <tr key={name} className="border-b border-rule align-top">
            <th scope="row" className="py-2 pr-3 font-normal text-faded">
              {name}
            </th>
            {levelOrder.map((level) => (
              <td key={level} className={`py-2 pr-3 ${emphasis(level === report.level)}`}>
                <VoteCell {...votes[level]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function VoteCell({ vote, leaning, closeTo }: LevelVote) {
  return (
    <>
      {voteLabels[vote]}
      {leaning && vote !== 'not_enough_evidence' && (
        <span className="label block font-normal">
          leaning{closeTo && `, close to ${voteLabels[closeTo]}`}
        </span>
      )}
    </>
  );
}

function emphasis(own: boolean): string {
  return own ? 'font-semibold text-ink' : 'text-faded';
}
