import { formatClock } from '#components/interview/clock.ts';
import { levelLabels, voteLabels } from '#components/labels.ts';
import type { Level } from '#lib/domain/level.ts';
import type { RedoResult, Report } from '#lib/domain/report-schema.ts';
import { NotYetChecked } from './not-yet-checked.tsx';
import { ScoreBar } from './score-bar.tsx';

/** Before and after: the words, the time, the scores they move, the vote. */
export function RedoOutcome({
  result,
  level,
  unvalidated,
}: {
  result: RedoResult;
  level: Level;
  unvalidated: Report['unvalidated'];
}) {
  const { before, after, seconds, changes, votesBefore, votesAfter, comment } = result;
  return (
    <div className="grid max-w-field gap-8">
      <div className="grid gap-6 tablet:grid-cols-2">
        <Telling title="Before" text={before} seconds={seconds.before} />
        <Telling title="After" text={after} seconds={seconds.after} />
      </div>
      <p className="text-read">
        With this part told again, the story alone reads{' '}
        <strong className="font-semibold">{voteLabels[votesAfter[level].vote]}</strong> for{' '}
        {levelLabels[level]}; before, it read {voteLabels[votesBefore[level].vote]}.
      </p>
      {comment && <Comment comment={comment} />}
      <ul className="grid gap-4">
        {changes.map((change) => (
          <li
            key={change.criterion}
            className="keep grid gap-x-8 gap-y-1 tablet:grid-cols-[11rem_minmax(0,1fr)]"
          >
            <div>
              <p className="font-sans text-control font-semibold">{change.name}</p>
              <ScoreBar score={change.after} />
              <NotYetChecked criterion={change.criterion} unvalidated={unvalidated} />
            </div>
            <div className="text-note">
              <p className="figures">
                {scoreName(change.before)} before,{' '}
                <strong className="font-semibold">{scoreName(change.after)}</strong> now
              </p>
              {change.evidence.map(({ quote, start }) => (
                <p key={start} className="mt-1">
                  “{quote}”
                </p>
              ))}
              {change.needs && <p className="mt-1 text-faded">{change.needs}</p>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Comment({ comment }: { comment: NonNullable<RedoResult['comment']> }) {
  const { engine, gained, lacks, evidence, fault } = comment;
  if (fault !== null)
    return (
      <p className="text-note text-faded">
        {engine} graded this but could not comment on it ({fault}).
      </p>
    );
  if (!gained && !lacks) return null;
  return (
    <div className="grid gap-1 text-note">
      {gained && <p>{gained}</p>}
      {evidence.map(({ quote, start }) => (
        <p key={start}>“{quote}”</p>
      ))}
      {lacks && <p className="text-faded">{lacks}</p>}
      <p className="label font-normal">In the words of {engine}</p>
    </div>
  );
}

function Telling({ title, text, seconds }: { title: string; text: string; seconds: number }) {
  return (
    <div className="border-t border-rule pt-3">
      <p className="label figures">
        {title}, {formatClock(seconds)}
      </p>
      <p className="mt-1 text-note whitespace-pre-wrap">{text || 'Not told.'}</p>
    </div>
  );
}

function scoreName(score: number | null): string {
  return score === null ? 'withheld' : String(score);
}
