'use client';

import { useReducer } from 'react';
import { asApiError, post } from '#components/api-error.ts';
import { newTurnId } from '#components/interview/new-turn-id.ts';
import type { ExerciseAnswer } from '#lib/domain/drill/answer.ts';
import { forgetId, idFor } from './answer-outbox.ts';
import type { SessionChoice } from './drill-links.ts';
import { exerciseReducer, freshExercise } from './exercise-state.ts';
import { utcOffset } from './zone.ts';

/** Sends answers to one exercise and keeps what came of the last. `onKept` is called once the server has the words. */
export function useExercise(exerciseId: string, within: SessionChoice, onKept: () => void) {
  const [state, dispatch] = useReducer(exerciseReducer, freshExercise);

  async function send(answer: ExerciseAnswer) {
    if (state.phase !== 'open') return;
    dispatch({ type: 'sent' });
    try {
      const id = idFor(localStorage, exerciseId, answer, newTurnId);
      const body = { id, exerciseId, answer, utcOffset: utcOffset(new Date()), within };
      // The schema is fetched only when needed: it would double the page's script.
      const [{ answeredExerciseSchema }, response] = await Promise.all([
        import('#lib/domain/drill/answered.ts'),
        post('/api/drill/answers', body),
      ]);
      const answered = answeredExerciseSchema.parse(await response.json());
      forgetId(localStorage, exerciseId);
      onKept();
      dispatch({ type: 'answered', answered });
    } catch (error) {
      dispatch({ type: 'failed', message: asApiError(error).message });
    }
  }

  return {
    state,
    send: (answer: ExerciseAnswer) => void send(answer),
    again: () => dispatch({ type: 'again' }),
  };
}
