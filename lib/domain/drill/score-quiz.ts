import type { QuizExercise } from './exercise.ts';
import { type ExerciseResult, plainResult } from './result.ts';

/** 1 for the right option, else 0; the explanation is the reason. */
export function scoreQuiz({ task, key }: QuizExercise, option: number): ExerciseResult {
  const right = option === key.answer;
  const about = task.options[option] ?? 'No option';
  return plainResult(right ? 1 : 0, [
    { kind: right ? 'earned' : 'cost', about, text: key.explanation, quote: null },
  ]);
}
