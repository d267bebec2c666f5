import type { InterviewView } from '#lib/domain/interview-view.ts';
import { isStored, type RoomAction, type RoomState, shownTurns } from './room-state.ts';

const conflicts = new Set(['turn_conflict', 'turn_in_progress', 'interview_over']);

const wentOn = 'This interview went on in another tab or window. Here is where it stands now.';

/**
 * What the room shows after an action. Two rules: a turn leaves `pending` only when its reply is complete or its words
 * went back to the composer, and a view from the server replaces everything except a turn on its way.
 */
export function roomReducer(state: RoomState, action: RoomAction): RoomState {
  switch (action.type) {
    case 'opened':
      return opened(state, action.pending);
    case 'sent':
      return { ...attempted(state), pending: action.turn, failures: 0, notice: null };
    case 'phase':
      return { ...state, view: { ...state.view, phase: action.phase } };
    case 'clock':
      return { ...state, view: { ...state.view, clock: action.clock } };
    case 'reply-grew':
      return state.delivery === 'idle' ? state : { ...state, reply: action.reply, failures: 0, notice: null };
    case 'reply-ended':
      return replyEnded({ ...state, reply: action.reply }, action.at);
    case 'resume-ended':
      return state.delivery === 'resuming'
        ? { ...state, delivery: 'stalled', failures: state.failures + 1 }
        : state;
    case 'refused':
      return refused(state, action.code, action.message);
    case 'stalled':
      return {
        ...state,
        delivery: 'stalled',
        reply: null,
        failures: state.failures + 1,
        notice: action.message,
        modelFault: action.modelFault ?? false,
        waitSeconds: action.retryAfterSeconds ?? null,
      };
    case 'retried':
      return state.delivery === 'stalled' && !state.stale ? attempted(state) : state;
    case 'view-loaded':
      return viewLoaded(state, action.view);
    case 'returned-taken':
      return { ...state, returned: null };
    case 'notice-read':
      return { ...state, notice: null };
  }
}

function attempted(state: RoomState): RoomState {
  const resumes = state.pending === null && state.view.awaitingReply;
  return {
    ...state,
    delivery: resumes ? 'resuming' : 'sending',
    reply: null,
    attempt: state.attempt + 1,
    modelFault: false,
    waitSeconds: null,
  };
}

function opened(state: RoomState, kept: RoomState['pending']): RoomState {
  const answered = kept !== null && isStored(state.view, kept) && !state.view.awaitingReply;
  const pending = answered ? null : kept;
  const { phase } = state.view.phase;
  const over = phase === 'closing' || phase === 'assessed';
  if (pending && over) {
    return {
      ...state,
      returned: pending.text,
      notice: 'The interview ended before your last words arrived.',
    };
  }
  if (pending) {
    return {
      ...attempted({ ...state, pending }),
      notice: 'Your last answer had not been acknowledged. It is being sent again.',
    };
  }
  return state.view.awaitingReply ? attempted(state) : state;
}

function replyEnded(state: RoomState, at: number): RoomState {
  const turns = shownTurns(state).map((turn) => (turn.at === 0 ? { ...turn, at } : turn));
  return {
    ...state,
    view: { ...state.view, turns, awaitingReply: false },
    delivery: 'idle',
    pending: null,
    reply: null,
    failures: 0,
    notice: null,
  };
}

/** On a conflict the turn waits: only the interview as it now stands tells whether it was taken. */
function refused(state: RoomState, code: string, message: string): RoomState {
  if (conflicts.has(code)) {
    return { ...state, delivery: 'stalled', stale: true, reply: null, failures: state.failures + 1 };
  }
  const returned = state.pending?.text ?? null;
  return { ...state, delivery: 'idle', reply: null, pending: null, returned, notice: message };
}

function viewLoaded(state: RoomState, view: InterviewView): RoomState {
  if (state.delivery === 'sending' || state.delivery === 'resuming') return state;
  if (state.stale) return caughtUp(state, view);
  if (state.pending === null) {
    const moved = view.turns.length > state.view.turns.length;
    const next = { ...state, view, notice: moved ? wentOn : state.notice };
    if (state.modelFault && view.awaitingReply && !moved) return next;
    return view.awaitingReply ? attempted(next) : { ...next, delivery: 'idle' };
  }
  const answered = isStored(view, state.pending) && !view.awaitingReply;
  if (!answered) return { ...state, view };
  return { ...state, view, pending: null, delivery: 'idle', failures: 0, notice: null };
}

/** After a conflict: the turn was taken after all, or its words go back to the composer. */
function caughtUp(state: RoomState, view: InterviewView): RoomState {
  const { pending } = state;
  const lost = pending !== null && !isStored(view, pending) ? pending.text : null;
  const next: RoomState = {
    ...state,
    view,
    stale: false,
    delivery: 'idle',
    pending: null,
    failures: 0,
    returned: lost,
    notice: lost === null ? null : `${wentOn} Your words are back in the box.`,
  };
  return view.awaitingReply ? attempted(next) : next;
}
