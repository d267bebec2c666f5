'use client';

import { useEffect, useRef, useState } from 'react';
import { keepDraft } from '#components/interview/outbox.ts';
import { MarginSection } from '#components/shell/margin-section.tsx';
import type { ExerciseTask } from '#lib/domain/drill/exercise.ts';
import type { SessionChoice } from './drill-links.ts';
import { FlawForm } from './flaw-form.tsx';
import { Outcome } from './outcome.tsx';
import { QuizForm } from './quiz-form.tsx';
import { TextForm } from './text-form.tsx';
import { useExercise } from './use-exercise.ts';

/** Where an exercise is answered, and what comes of it. */
export function ExerciseRoom({ exercise, within }: { exercise: ExerciseTask; within: SessionChoice }) {
  const draftId = `drill.${exercise.id}`;
  const { state, send, again } = useExercise(exercise.id, within, () => keepDraft(localStorage, draftId, ''));
  const [tries, setTries] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const { answered } = state;

  useEffect(() => {
    if (answered) heading.current?.focus();
  }, [answered]);

  if (answered)
    return (
      <Outcome
        exercise={exercise}
        answered={answered}
        within={within}
        heading={heading}
        onAgain={() => {
          setTries(tries + 1);
          again();
        }}
      />
    );
  const form = { busy: state.phase === 'sending', problem: state.problem, onAnswer: send, draftId };
  return (
    <MarginSection title="Your answer">
      {exercise.kind === 'quiz' && <QuizForm key={tries} exercise={exercise} {...form} />}
      {exercise.kind === 'flaw' && <FlawForm key={tries} exercise={exercise} {...form} />}
      {exercise.kind !== 'quiz' && exercise.kind !== 'flaw' && (
        <TextForm key={tries} exercise={exercise} {...form} />
      )}
    </MarginSection>
  );
}
