import { VoteScale } from '#components/debrief/vote-scale.tsx';
import { levelLabels, voteLabels } from '#components/labels.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import type { LoopDebrief as Joint } from '#lib/domain/loop/loop-debrief-schema.ts';
import type { LoopView } from '#lib/domain/loop/loop-view.ts';
import { recommendationRules } from '#lib/domain/loop/recommendation.ts';
import { ChangeList } from './change-list.tsx';
import { DebriefedQuestions } from './debriefed-questions.tsx';
import { DeleteLoop } from './delete-loop.tsx';
import { DisagreementList } from './disagreement-list.tsx';
import { PrincipleVotes } from './principle-votes.tsx';
import { ReusedStories } from './reused-stories.tsx';

/** The joint debrief: what all the questions together come to, by which rule, and what would have moved it. */
export function LoopDebrief({ loop, debrief }: { loop: LoopView; debrief: Joint }) {
  const { recommendation, leaning, questions, reused } = debrief;
  const report = `/api/loops/${loop.id}/report`;
  const interviews = new Map(questions.map(({ position, interviewId }) => [position, interviewId]));
  return (
    <main id="content" tabIndex={-1} className="sheet w-full outline-none">
      <header className="pt-10 pb-12">
        <p className="label">
          Debrief of a loop,{' '}
          <time dateTime={new Date(loop.createdAt).toISOString()}>{day(loop.createdAt)}</time>
        </p>
        <h1 className="label mt-6">The recommendation for {levelLabels[debrief.level]}</h1>
        {leaning && <p className="mt-2 -mb-1 text-title text-faded italic">leaning</p>}
        <p className="mt-2 -ml-[0.04em] text-vote font-medium tracking-tight text-balance">
          {voteLabels[recommendation.vote]}
        </p>
        <VoteScale vote={recommendation.vote} own={debrief.selfVote} />
        <p className="mt-9 max-w-read text-ask">{recommendation.words}</p>
        {(debrief.notAsked > 0 || debrief.deleted > 0) && (
          <p className="mt-3 max-w-read text-note text-faded">{leftOut(debrief)}</p>
        )}
      </header>
      {reused.length > 0 && (
        <MarginSection title="One story, twice">
          <ReusedStories reused={reused} interviews={interviews} />
        </MarginSection>
      )}
      <MarginSection title="By principle" note={`At ${levelLabels[debrief.level]}`}>
        <PrincipleVotes principles={debrief.principles} />
      </MarginSection>
      <MarginSection title="The questions" note="Each with its own debrief">
        <DebriefedQuestions questions={questions} />
      </MarginSection>
      <MarginSection title="Where they disagree" note="Two steps apart or more">
        <DisagreementList disagreements={debrief.disagreements} interviews={interviews} />
      </MarginSection>
      <MarginSection title="What would have moved it" note="Each alone, one point more">
        <ChangeList changes={debrief.changes} interviews={interviews} now={recommendation.vote} />
      </MarginSection>
      <MarginSection title="The rule" note="The first that fits decides">
        <ol className="grid max-w-read list-decimal gap-2 pl-5 text-note">
          {Object.entries(recommendationRules).map(([rule, words]) => (
            <li
              key={rule}
              aria-current={rule === recommendation.rule ? 'true' : undefined}
              className="text-faded aria-[current]:font-medium aria-[current]:text-ink"
            >
              {words}
            </li>
          ))}
        </ol>
        <p className="mt-4 max-w-read text-note text-faded">
          The rule is the product’s own: there are no rated loops it could have been checked against.
        </p>
      </MarginSection>
      <MarginSection title="Keep it">
        <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-3">
          <a className={buttonClass('plain')} href={`${report}.md`} download>
            Markdown
          </a>
          <a className={buttonClass('plain')} href={`${report}.json`} download>
            JSON
          </a>
          <DeleteLoop loopId={loop.id} />
        </div>
      </MarginSection>
    </main>
  );
}

function leftOut({ notAsked, deleted }: Joint): string {
  const parts = [
    ...(notAsked > 0 ? [`${notAsked} planned and not asked`] : []),
    ...(deleted > 0 ? [`${deleted} asked and deleted since`] : []),
  ];
  return `Questions left out: ${parts.join(', ')}.`;
}

function day(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
