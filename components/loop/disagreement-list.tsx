import { voteLabels } from '#components/labels.ts';
import type { Disagreement } from '#lib/domain/loop/loop-debrief-schema.ts';
import { QuoteInQuestion } from './quote-in-question.tsx';

/** Where the questions of the two interviewers come to different ends: votes, then criteria, with the words of both. */
export function DisagreementList({
  disagreements,
  interviews,
}: {
  disagreements: readonly Disagreement[];
  /** Interview ids by position. */
  interviews: ReadonlyMap<number, string>;
}) {
  if (disagreements.length === 0)
    return <p className="text-note text-faded">Nowhere: their questions come to much the same.</p>;
  return (
    <ul className="grid max-w-read gap-6">
      {disagreements.map((disagreement) => (
        <li key={keyOf(disagreement)} className="keep">
          {disagreement.kind === 'votes' ? (
            <p className="text-read">
              <strong className="font-semibold">The votes.</strong>{' '}
              {disagreement.readings
                .map(
                  ({ interviewer, position, vote }) =>
                    `${interviewer}, question ${position}: ${voteLabels[vote]}`,
                )
                .join('. ')}
              .
            </p>
          ) : (
            <>
              <p className="text-read">
                <strong className="font-semibold">{disagreement.name}.</strong>{' '}
                {disagreement.readings
                  .map(
                    ({ interviewer, position, score }) =>
                      `${score} with ${interviewer} (question ${position})`,
                  )
                  .join(', ')}
                .
              </p>
              {disagreement.readings.map(({ position, evidence }) =>
                evidence.length > 0 ? (
                  evidence.map((quote) => (
                    <QuoteInQuestion
                      key={`${position}-${quote.turnId}-${quote.start}`}
                      evidence={quote}
                      position={position}
                      interviewId={interviews.get(position)}
                    />
                  ))
                ) : (
                  <p key={position} className="label mt-2 font-normal">
                    Not mentioned in question {position}.
                  </p>
                ),
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function keyOf(disagreement: Disagreement): string {
  const positions = disagreement.readings.map(({ position }) => position).join('-');
  return disagreement.kind === 'votes' ? `votes-${positions}` : `${disagreement.criterion}-${positions}`;
}
