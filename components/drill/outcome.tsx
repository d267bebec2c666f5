import Link from 'next/link';
import type { RefObject } from 'react';
import { MarginSection } from '#components/shell/margin-section.tsx';
import { Button, buttonClass } from '#components/ui/button.tsx';
import type { AnsweredExercise } from '#lib/domain/drill/answered.ts';
import type { ExerciseTask } from '#lib/domain/drill/exercise.ts';
import { drillHref, exerciseHref, type SessionChoice } from './drill-links.ts';
import { entryTitle, kindWords } from './drill-words.ts';
import { comesBack, outcomeWords } from './outcome-words.ts';
import { ReasonList } from './reason-list.tsx';
import { RevealedKey } from './revealed-key.tsx';
import { YourAnswer } from './your-answer.tsx';

/** What came of an answer: how it went, the words that decided it, what is documented, and what comes next. */
export function Outcome({
  exercise,
  answered,
  within,
  heading,
  onAgain,
}: {
  exercise: ExerciseTask;
  answered: AnsweredExercise;
  within: SessionChoice;
  heading: RefObject<HTMLHeadingElement | null>;
  onAgain: () => void;
}) {
  const { result, revealed, next, due } = answered;
  return (
    <>
      <MarginSection title="How it went" note={due !== null && comesBack(due)}>
        <h3 ref={heading} tabIndex={-1} className="text-title outline-none">
          {outcomeWords(result, exercise.kind)}
        </h3>
        <YourAnswer exercise={exercise} answered={answered} />
        <ReasonList reasons={result.reasons} quiz={exercise.kind === 'quiz'} />
      </MarginSection>
      <RevealedKey revealed={revealed} />
      <MarginSection title="Next">
        {next ? (
          <p className="max-w-read text-note">
            <span className="label">{kindWords[next.kind].name}. </span>
            {entryTitle(next)}
          </p>
        ) : (
          <p className="max-w-read text-note">Today’s five minutes are done.</p>
        )}
        <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-3">
          <Link href={next ? exerciseHref(next.id, within) : drillHref()} className={buttonClass('main')}>
            {next ? 'Go on' : 'Back to the drill'}
          </Link>
          <Button onClick={onAgain}>Once more</Button>
        </div>
      </MarginSection>
    </>
  );
}
