import type { AnsweredExercise } from '#lib/domain/drill/answered.ts';

/** open: being answered · sending: on its way · answered: read, with what came of it. */
export interface ExerciseState {
  phase: 'open' | 'sending' | 'answered';
  answered: AnsweredExercise | null;
  /** What went wrong with the last try, in the words to show. */
  problem: string | null;
}

export type ExerciseAction =
  | { type: 'sent' }
  | { type: 'answered'; answered: AnsweredExercise }
  | { type: 'failed'; message: string }
  | { type: 'again' };

export const freshExercise: ExerciseState = { phase: 'open', answered: null, problem: null };

/** The one reducer of an exercise. What arrives after one began again belongs to the try before, and is left. */
export function exerciseReducer(state: ExerciseState, action: ExerciseAction): ExerciseState {
  switch (action.type) {
    case 'sent':
      return state.phase === 'open' ? { ...state, phase: 'sending', problem: null } : state;
    case 'answered':
      return state.phase === 'sending'
        ? { phase: 'answered', answered: action.answered, problem: null }
        : state;
    case 'failed':
      return state.phase === 'sending' ? { ...state, phase: 'open', problem: action.message } : state;
    case 'again':
      return freshExercise;
  }
}
