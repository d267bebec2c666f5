'use client';

import { useEffect, useMemo, useReducer } from 'react';
import { keepDraft, readDraft } from '#components/interview/outbox.ts';
import type { ExerciseTask } from '#lib/domain/drill/exercise.ts';
import { wordsOf } from '#lib/domain/drill/words.ts';
import { AnswerForm, type AnswerFormProps } from './answer-form.tsx';
import { marksReducer, noMarks, rangesOf } from './marks-state.ts';
import { parseRuns } from './parse-runs.ts';
import { WordMarker } from './word-marker.tsx';

/** The weak answer, to be marked word by word. */
export function FlawForm({
  exercise,
  draftId,
  busy,
  problem,
  onAnswer,
}: AnswerFormProps & { exercise: Extract<ExerciseTask, { kind: 'flaw' }> }) {
  const { text, flawCount } = exercise.task;
  const words = useMemo(() => wordsOf(text), [text]);
  const [marks, dispatch] = useReducer(marksReducer, noMarks);
  const { runs } = marks;

  useEffect(() => {
    dispatch({ type: 'restored', runs: parseRuns(readDraft(localStorage, draftId), words.length) });
  }, [draftId, words]);
  useEffect(() => {
    if (runs.length > 0) keepDraft(localStorage, draftId, JSON.stringify(runs));
  }, [runs, draftId]);

  return (
    <AnswerForm
      busy={busy}
      problem={problem}
      ready={runs.length > 0}
      onSubmit={() => onAnswer({ type: 'marks', marks: rangesOf(marks, words) })}
      aside={
        <p role="status" className="label figures font-normal">
          {said(runs.length, marks.begun !== null)}
        </p>
      }
    >
      <p className="label mb-3 max-w-read font-normal">
        {flawCount} places in it do the harm. Choose the first and the last word of each, or draw over them;
        choose a marked word to take the mark away.
      </p>
      <WordMarker text={text} words={words} marks={marks} dispatch={dispatch} />
    </AnswerForm>
  );
}

function said(count: number, begun: boolean): string {
  const marked = count === 0 ? 'Nothing marked' : count === 1 ? 'One place marked' : `${count} places marked`;
  return begun ? `${marked}; now choose the last word` : marked;
}
