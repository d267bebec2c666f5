'use client';

import { useRef } from 'react';
import { formatClock } from '#components/interview/clock.ts';
import { useDraft } from '#components/interview/use-draft.ts';
import { wordsClass } from '#components/ui/field.ts';
import type { ExerciseTask } from '#lib/domain/drill/exercise.ts';
import { countWords, speakingSeconds } from '#lib/domain/spoken-time.ts';
import { AnswerForm, type AnswerFormProps } from './answer-form.tsx';
import { SpokenBar } from './spoken-bar.tsx';

type TextExercise = Exclude<ExerciseTask, { kind: 'quiz' | 'flaw' }>;

const labels: Record<TextExercise['kind'], string> = {
  section: 'Your words, as you would say them',
  probe: 'Your reply',
  rewrite: 'The passage, told again',
  numbers: 'The result, with its numbers',
};

/** Where an exercise is answered in words. Control or Command with Enter is as good as the button. */
export function TextForm({
  exercise,
  draftId,
  busy,
  problem,
  onAnswer,
}: AnswerFormProps & { exercise: TextExercise }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft(draftId, field);
  const seconds = speakingSeconds(countWords(draft));
  const answer = () => onAnswer({ type: 'text', text: draft, spokenSeconds: null });
  return (
    <AnswerForm
      busy={busy}
      problem={problem}
      ready={draft.trim() !== ''}
      onSubmit={answer}
      aside={
        exercise.kind === 'section' ? (
          <SpokenBar seconds={seconds} targetSeconds={exercise.task.clockSeconds} />
        ) : (
          <p className="label figures font-normal">
            Spoken length <span className="font-medium text-ink">{formatClock(seconds)}</span>
          </p>
        )
      }
    >
      <label htmlFor="drill-answer" className="label">
        {labels[exercise.kind]}
      </label>
      <textarea
        id="drill-answer"
        ref={field}
        rows={4}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (draft.trim() !== '' && !busy) answer();
        }}
        className={`${wordsClass} mt-1.5 min-h-32`}
      />
    </AnswerForm>
  );
}
