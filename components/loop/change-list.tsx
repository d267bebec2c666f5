import { voteLabels } from '#components/labels.ts';
import type { Change } from '#lib/domain/loop/loop-debrief-schema.ts';
import type { Vote } from '#lib/domain/verdict.ts';
import { QuoteInQuestion } from './quote-in-question.tsx';

/** The changes that would have moved the recommendation most, each by itself, with one's own words as they stand. */
export function ChangeList({
  changes,
  interviews,
  now,
}: {
  changes: readonly Change[];
  /** Interview ids by position. */
  interviews: ReadonlyMap<number, string>;
  now: Vote;
}) {
  if (changes.length === 0)
    return <p className="text-note text-faded">No single score would have moved it.</p>;
  const moves = changes.some(({ overall }) => overall !== now);
  return (
    <>
      <p className="mb-6 max-w-read text-note text-faded">
        {moves
          ? 'Each was raised by one point with all else as it was, and the votes were computed anew.'
          : 'No single point would have changed the recommendation. These would have come closest.'}
      </p>
      <ol className="grid max-w-read gap-7">
        {changes.map((change) => (
          <li key={`${change.position}-${change.criterion}`} className="keep">
            <h3 className="font-sans text-control font-semibold">
              {change.name}, question {change.position}
            </h3>
            <p className="mt-1 text-read">{change.needs}</p>
            {change.evidence.map((evidence) => (
              <QuoteInQuestion
                key={`${evidence.turnId}-${evidence.start}`}
                evidence={evidence}
                position={change.position}
                interviewId={interviews.get(change.position)}
              />
            ))}
            {change.evidence.length === 0 && <p className="label mt-2 font-normal">Not mentioned.</p>}
            <p className="label mt-2 font-normal">{effect(change, now)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

function effect({ score, vote, overall, position }: Change, now: Vote): string {
  const from = score === null ? 'withheld' : String(score);
  const moved =
    overall === now
      ? `The recommendation would stay ${voteLabels[now]}`
      : `The recommendation would be ${voteLabels[overall]}`;
  return `Scored ${from} now. One point more: question ${position} reads as ${voteLabels[vote]}. ${moved}.`;
}
