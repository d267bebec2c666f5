'use client';

import { useEffect, useRef, useState } from 'react';
import type { ExerciseTask } from '#lib/domain/drill/exercise.ts';
import { AnswerForm, type AnswerFormProps } from './answer-form.tsx';

/** One question, four answers. */
export function QuizForm({
  exercise,
  busy,
  problem,
  onAnswer,
}: AnswerFormProps & { exercise: Extract<ExerciseTask, { kind: 'quiz' }> }) {
  const [option, setOption] = useState<number | null>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  // What was chosen before the page's script arrived counts as well.
  useEffect(() => {
    const chosen = choices.current?.querySelector<HTMLInputElement>('input:checked');
    if (chosen) setOption(Number(chosen.value));
  }, []);
  return (
    <AnswerForm
      busy={busy}
      problem={problem}
      ready={option !== null}
      onSubmit={() => option !== null && onAnswer({ type: 'choice', option })}
    >
      <fieldset ref={choices}>
        <legend className="sr-only">{exercise.task.asked}</legend>
        {exercise.task.options.map((text, index) => (
          <label
            key={text}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-4 border-b border-rule py-3 last:border-b-0 has-focus-visible:outline-2 has-focus-visible:outline-rubric"
          >
            <input
              type="radio"
              name="option"
              value={index}
              onChange={() => setOption(index)}
              className="mt-1 size-4.5 outline-none"
            />
            <span className="text-read">{text}</span>
          </label>
        ))}
      </fieldset>
    </AnswerForm>
  );
}
