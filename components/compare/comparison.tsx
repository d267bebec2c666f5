import Link from 'next/link';
import { engineName } from '#components/engine-words.ts';
import { Day } from '#components/history/day.tsx';
import { formatClock } from '#components/interview/clock.ts';
import { levelLabels, voteLabels } from '#components/labels.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import type { Comparison as Compared } from '#lib/domain/history/compare-attempts.ts';
import type { LevelVote } from '#lib/domain/report-schema.ts';
import { notYetCheckedVote } from '#lib/domain/unvalidated.ts';
import type { ComparedInterviews } from '#lib/services/history/compare-interviews.ts';
import { CriterionChanges } from './criterion-changes.tsx';

/** Two attempts at one question side by side: the votes, what rose and fell with its words, what stayed. */
export function Comparison({ compared: { before, after, comparison } }: { compared: ComparedInterviews }) {
  const of = (...changes: readonly string[]) =>
    comparison.criteria.filter(({ change }) => changes.includes(change));
  const sides = { before: before.interview, after: after.interview };
  return (
    <>
      <header className="pt-6 pb-8">
        <p className="label">{after.interview.principleName}</p>
        <h1 className="mt-2 max-w-[34ch] text-title">{after.report.question}</h1>
        {!comparison.sameEngine && (
          <p role="note" className="mt-4 max-w-read border-l-4 border-rubric pl-4 text-note">
            Two engines read these: {engineName(before.report.engine)} the first,{' '}
            {engineName(after.report.engine)} the second. A difference may be the engines’ and not yours.
          </p>
        )}
        {!comparison.sameLevel && (
          <p className="mt-4 max-w-read text-note">
            One was held for {levelLabels[before.report.level]}, the other for{' '}
            {levelLabels[after.report.level]}; the bar raiser asked accordingly.
          </p>
        )}
      </header>
      <MarginSection
        title="The two attempts"
        note={`Read by ${engines(before.report.engine, after.report.engine)}`}
      >
        <Votes comparison={comparison} sides={sides} />
        {after.report.unvalidated.length > 0 && (
          <p className="mt-3 max-w-read text-note text-faded">{notYetCheckedVote}</p>
        )}
      </MarginSection>
      <MarginSection title="What rose">
        <CriterionChanges changes={of('higher')} sides={sides} none="No score is higher than before." />
      </MarginSection>
      <MarginSection title="What fell">
        <CriterionChanges changes={of('lower')} sides={sides} none="No score is lower than before." />
      </MarginSection>
      {of('unknown').length > 0 && (
        <MarginSection title="Cannot be told" note="A score was withheld">
          <CriterionChanges changes={of('unknown')} sides={sides} none="" />
        </MarginSection>
      )}
      <MarginSection title="What stayed">
        <CriterionChanges changes={of('same')} sides={sides} none="Every score moved." />
      </MarginSection>
    </>
  );
}

function engines(before: string, after: string): string {
  return before === after ? engineName(before) : `${engineName(before)}, then ${engineName(after)}`;
}

function Votes({
  comparison: { votes, seconds, replies },
  sides,
}: {
  comparison: Compared;
  sides: Record<'before' | 'after', { id: string; createdAt: number }>;
}) {
  const rows = [
    ...votes.map(({ level, before, after }) => ({
      name: levelLabels[level],
      before: voteWords(before),
      after: voteWords(after),
    })),
    { name: 'The story', before: storyWords(seconds.before), after: storyWords(seconds.after) },
    { name: 'The replies', before: replyWords(replies.before), after: replyWords(replies.after) },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="Votes, story and replies" tabIndex={0} className="overflow-x-auto">
      <table className="figures w-full max-w-field text-left font-sans text-control">
        <caption className="sr-only">
          Votes at each level, length of the story and replies, in both attempts
        </caption>
        <thead>
          <tr>
            <td />
            {(['before', 'after'] as const).map((side) => (
              <th key={side} scope="col" className="py-1 pr-6 align-top font-medium">
                <Link href={`/interviews/${sides[side].id}`} className="link">
                  {side === 'before' ? 'Earlier' : 'Later'}
                </Link>
                <span className="label block font-normal">
                  <Day at={sides[side].createdAt} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before, after }) => (
            <tr key={name} className="border-t border-rule align-baseline">
              <th scope="row" className="label py-1.5 pr-6">
                {name}
              </th>
              <td className="py-1.5 pr-6">{before}</td>
              <td className={`py-1.5 pr-6 ${before === after ? '' : 'font-semibold'}`}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function voteWords({ vote, leaning }: LevelVote): string {
  return `${leaning && vote !== 'not_enough_evidence' ? 'leaning ' : ''}${voteLabels[vote]}`;
}

function storyWords(seconds: number | null): string {
  return seconds === null ? 'none was told' : `${formatClock(seconds)} at 150 words a minute`;
}

function replyWords([weak, mixed, strong]: readonly [number, number, number]): string {
  return `${strong} strong, ${mixed} mixed, ${weak} weak`;
}
