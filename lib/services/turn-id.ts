import type { InterviewState } from '#lib/domain/interview.ts';

/**
 * The id of the n-th turn (from 1) of an interview. Follows from the place, so that two processes that produce the
 * same reply give it the same id, and a stream names its message before the reply is stored.
 */
export function turnIdAt(position: number): string {
  return `t${position}`;
}

/** The id of the turn that follows all that was said and read. */
export function nextTurnId(state: InterviewState): string {
  return turnIdAt(state.turns.length + 1);
}
