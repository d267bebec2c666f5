import { ratingWords } from '#components/debrief/plain-words.ts';
import type { ExerciseKind } from '#lib/domain/drill/exercise.ts';
import type { ExerciseResult } from '#lib/domain/drill/result.ts';

/** How an exercise went, in a word or a figure. */
export function outcomeWords({ score, rating }: ExerciseResult, kind: ExerciseKind): string {
  if (score === null) return 'Not read';
  if (kind === 'quiz') return score === 1 ? 'Right' : 'Not this one';
  if (rating !== null) return `${ratingWords[rating]} reply`;
  return `${Math.round(score * 100)} of 100`;
}

/** A result in a list, short. */
export function scoreWords(score: number | null): string {
  return score === null ? 'not read' : `${Math.round(score * 100)} of 100`;
}

/** When an exercise comes back, as the reader's own calendar has it. */
export function comesBack(due: number): string {
  return `Comes back on ${new Date(due).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}`;
}
