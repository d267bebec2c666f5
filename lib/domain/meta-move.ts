import type { EventOf, InterviewContext, InterviewState } from './interview-state.ts';
import { fillSlots } from './interviewer-script.ts';
import type { MetaKind, Move } from './move.ts';
import { mayRedirect } from './probe-policy.ts';
import { movesIn } from './transcript.ts';

export function openingMove(setup: EventOf<'opened'>, { scenario, script }: InterviewContext): Move {
  const minutes = String(Math.round(setup.budgetSeconds / 60));
  const wording = fillSlots(script.opening, { minutes, question: scenario.question });
  return { kind: 'opening', reason: 'The interview begins.', wording };
}

/** The words that are to be said again: the wording of the last question, without the greeting of the opening. */
function lastQuestion(state: InterviewState, { scenario }: InterviewContext): string {
  const last = state.turns.findLast((turn) => turn.speaker === 'bar_raiser' && turn.move.kind !== 'meta');
  return last?.speaker === 'bar_raiser' && last.move.kind !== 'opening' && !state.expectsStory
    ? last.move.wording
    : scenario.question;
}

/**
 * The reply to a meta turn: fixed words, never scored, never counted. Another story is granted once and resets what
 * was read of the old one; a candidate without a story is offered to tell another one once; who asks to end, ends.
 */
export function metaMove(
  state: InterviewState,
  meta: MetaKind,
  context: InterviewContext,
): { state: InterviewState; moves: Move[] } {
  const { script } = context;
  const question = lastQuestion(state, context);
  const say = (move: Move, change: Partial<InterviewState> = {}) => ({
    state: { ...state, ...change, pendingMove: move },
    moves: [move],
  });
  const fixed = (template: string, reason: string): Move => ({
    kind: 'meta',
    meta,
    reason,
    wording: fillSlots(template, { question }),
  });
  const timeUp = state.setup !== null && state.usedSeconds >= state.setup.budgetSeconds;
  if (meta === 'end' || timeUp) {
    const because = meta === 'end' ? 'ended' : 'time';
    return say({
      kind: 'close',
      because,
      reason: 'Asked to stop, or out of time.',
      wording: script.close[because],
    });
  }
  if (meta === 'another_story') {
    if (state.changedStory) return say(fixed(script.stay_with_story, 'Another story was granted before.'));
    const read = { assessment: null, firstReading: null, secondReading: null };
    const change = { expectsStory: true, changedStory: true, ...read };
    return say(fixed(script.meta.another_story, 'Another story was asked for.'), change);
  }
  if (meta === 'no_story') {
    if (!mayRedirect(movesIn(state.turns))) {
      return say({
        kind: 'close',
        because: 'no_story',
        reason: 'No story came to mind.',
        wording: script.close.no_story,
      });
    }
    return say({ kind: 'redirect', reason: 'No story came to mind.', wording: script.redirect.no_story });
  }
  return say(fixed(script.meta[meta], 'A remark about the interview, not an answer.'));
}
