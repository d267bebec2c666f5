import Link from 'next/link';
import { engineName } from '#components/engine-words.ts';
import { Day } from '#components/history/day.tsx';
import { compareHref } from '#components/history/history-links.ts';
import { levelLabels, voteLabels } from '#components/labels.ts';
import type { Attempt } from '#lib/domain/history/attempt.ts';
import type { QuestionRecord } from '#lib/domain/history/records.ts';
import { principleNames } from '#lib/domain/principle.ts';
import { notYetChecked } from '#lib/domain/unvalidated.ts';
import { AttemptPicker } from './attempt-picker.tsx';

/** Best and latest of each question, for each engine by itself, and the way to lay two attempts side by side. */
export function RecordList({
  records,
  attempts,
}: {
  records: readonly QuestionRecord[];
  attempts: readonly Attempt[];
}) {
  return (
    <ol className="border-t border-rule">
      {records.map((record) => (
        <li key={`${record.scenarioId} ${record.engine}`} className="border-b border-rule py-6">
          <h2 className="max-w-read text-ask">{record.latest.question}</h2>
          <p className="label mt-1">
            {principleNames[record.latest.scorecard.principle]}, {engineName(record.engine)},{' '}
            {record.attempts === 1 ? 'one attempt' : `${record.attempts} attempts`}
          </p>
          <dl className="mt-4 grid gap-x-8 gap-y-3 tablet:grid-cols-3">
            <Shown title="Latest" attempt={record.latest} level={record.level} />
            <Shown
              title={`Best, read for ${levelLabels[record.level]}`}
              attempt={record.best}
              level={record.level}
            />
            {record.attempts > 1 && <Shown title="First" attempt={record.first} level={record.level} />}
          </dl>
          {record.attempts > 1 && (
            <AttemptPicker
              record={record}
              attempts={attempts.filter(
                ({ scenarioId, scorecard }) =>
                  scenarioId === record.scenarioId && scorecard.engine === record.engine,
              )}
            />
          )}
          {record.attempts > 1 && (
            <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 font-sans text-control">
              <Link
                href={compareHref(record.first.interviewId, record.latest.interviewId)}
                prefetch={false}
                className="link"
              >
                First against latest
              </Link>
              {record.best !== record.latest && record.best !== record.first && (
                <Link
                  href={compareHref(record.best.interviewId, record.latest.interviewId)}
                  prefetch={false}
                  className="link"
                >
                  Best against latest
                </Link>
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Shown({
  title,
  attempt,
  level,
}: {
  title: string;
  attempt: Attempt;
  level: QuestionRecord['level'];
}) {
  const { vote, leaning } = attempt.scorecard.votes[level];
  const lean = leaning && vote !== 'not_enough_evidence' ? 'leaning ' : '';
  return (
    <div>
      <dt className="label font-normal">{title}</dt>
      <dd className="font-sans text-control">
        <Link href={`/interviews/${attempt.interviewId}`} prefetch={false} className="link font-medium">
          {lean}
          {voteLabels[vote]}
        </Link>
        <span className="label block font-normal">
          <Day at={attempt.at} />
        </span>
        {attempt.scorecard.criteria.some(({ unvalidated }) => unvalidated) && (
          <span className="label block font-normal italic">{notYetChecked}</span>
        )}
      </dd>
    </div>
  );
}
