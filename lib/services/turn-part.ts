import type { InterviewState } from '#lib/domain/interview.ts';
import type { ClockData, PhaseData } from '#lib/domain/interview-view.ts';
import { questionsAtMost } from '#lib/domain/probe-board.ts';

/** What a turn gives back, piece by piece: the bar raiser's words, then where the interview is. */
export type TurnPart =
  | { type: 'begin'; turnId: string }
  | { type: 'text'; turnId: string; delta: string }
  | { type: 'end'; turnId: string }
  | { type: 'phase'; data: PhaseData }
  | { type: 'clock'; data: ClockData };

export function phaseOf({ phase, questionsAsked }: InterviewState): PhaseData {
  return { phase, questionsAsked, questionsAtMost };
}

export function clockOf({ setup, usedSeconds, askedAt }: InterviewState): ClockData {
  return { budgetSeconds: setup?.budgetSeconds ?? 0, usedSeconds, askedAt };
}

/** The parts that follow the words: where the interview is after them. */
export function* standing(state: InterviewState): Generator<TurnPart> {
  yield { type: 'phase', data: phaseOf(state) };
  yield { type: 'clock', data: clockOf(state) };
}
