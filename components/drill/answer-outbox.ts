import type { WordStore } from '#components/interview/outbox.ts';
import type { ExerciseAnswer } from '#lib/domain/drill/answer.ts';

const key = (exerciseId: string) => `bar-raiser.drill-outbox.${exerciseId}`;

/**
 * The id to send an answer under: the one of the try before as long as the answer is the same, so that it is counted
 * once however often it is sent; a new one for other words. Kept until the server has answered.
 */
export function idFor(
  store: WordStore,
  exerciseId: string,
  answer: ExerciseAnswer,
  newId: () => string,
): string {
  const words = JSON.stringify(answer);
  const [id, ...rest] = (store.getItem(key(exerciseId)) ?? '').split(' ');
  if (id && rest.join(' ') === words) return id;
  const fresh = newId();
  store.setItem(key(exerciseId), `${fresh} ${words}`);
  return fresh;
}

/** The server has answered: the next answer is another one. */
export function forgetId(store: WordStore, exerciseId: string): void {
  store.removeItem(key(exerciseId));
}
