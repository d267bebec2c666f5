import type { ClockData, InterviewView, PhaseData, ShownTurn } from '#lib/domain/interview-view.ts';
import type { PendingTurn } from './outbox.ts';

/**
 * idle: the candidate may speak · sending: a turn is on its way, or its reply is arriving · resuming: a stored turn's
 * reply is asked for · stalled: it did not get through; it is sent again by itself and by Retry.
 */
export type Delivery = 'idle' | 'sending' | 'resuming' | 'stalled';

export interface Reply {
  id: string;
  text: string;
}

export interface RoomState {
  view: InterviewView;
  delivery: Delivery;
  pending: PendingTurn | null;
  reply: Reply | null;
  /** Counts what was tried, so that each try is made once; `failures` is how many in a row came to nothing. */
  attempt: number;
  failures: number;
  notice: string | null;
  /** Seconds the server asked to wait before the next try; null: as long as the failures so far call for. */
  waitSeconds: number | null;
  /** A model failed: it is asked again only when the candidate says so, or goes on without it. */
  modelFault: boolean;
  /** The server said that this view is behind: it has to be loaded again. */
  stale: boolean;
  /** Words the server would not take, on their way back to the composer. */
  returned: string | null;
}

export type RoomAction =
  | { type: 'opened'; pending: PendingTurn | null }
  | { type: 'sent'; turn: PendingTurn }
  | { type: 'phase'; phase: PhaseData }
  | { type: 'clock'; clock: ClockData }
  | { type: 'reply-grew'; reply: Reply }
  | { type: 'reply-ended'; reply: Reply; at: number }
  | { type: 'resume-ended' }
  | { type: 'refused'; code: string; message: string }
  | { type: 'stalled'; message: string; modelFault?: boolean; retryAfterSeconds?: number | null }
  | { type: 'retried' }
  | { type: 'view-loaded'; view: InterviewView }
  | { type: 'returned-taken' }
  | { type: 'notice-read' };

export function initialRoom(view: InterviewView): RoomState {
  return {
    view,
    delivery: 'idle',
    pending: null,
    reply: null,
    attempt: 0,
    failures: 0,
    notice: null,
    waitSeconds: null,
    modelFault: false,
    stale: false,
    returned: null,
  };
}

/** Whether the candidate may send now. */
export function canSend(state: RoomState): boolean {
  const { phase } = state.view.phase;
  return (
    state.delivery === 'idle' && !state.view.awaitingReply && phase !== 'closing' && phase !== 'assessed'
  );
}

/** The conversation as it stands: what is stored, then what is on its way, then the words arriving. */
export function shownTurns(state: RoomState): ShownTurn[] {
  const { view, pending, reply } = state;
  const turns = [...view.turns];
  if (pending && !isStored(view, pending)) {
    turns.push({
      id: pending.clientTurnId,
      speaker: 'candidate',
      text: pending.text,
      at: 0,
      clientTurnId: pending.clientTurnId,
    });
  }
  if (reply && !turns.some(({ id }) => id === reply.id)) {
    turns.push({ id: reply.id, speaker: 'bar_raiser', text: reply.text, at: 0, clientTurnId: null });
  }
  return turns;
}

/** Whether the stored conversation holds this turn already. */
export function isStored(view: InterviewView, turn: PendingTurn): boolean {
  return view.turns.some(({ clientTurnId }) => clientTurnId === turn.clientTurnId);
}
