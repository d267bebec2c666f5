import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Phase } from '#lib/domain/interview-view.ts';
import type { Verdict } from '#lib/domain/verdict.ts';
import type { LoopEvent, LoopEventOf } from './loop-event.ts';

/** What a loop knows of one of its interviews; null where it was deleted. */
export interface Member {
  interviewId: string;
  phase: Phase;
  /** When the bar raiser closed it, milliseconds since the epoch; null while it goes on. */
  closedAt: number | null;
  usedSeconds: number;
  paused: boolean;
  /** The vote on the loop is stored with it, too. */
  voted: boolean;
}

export interface LoopState {
  plan: LoopEventOf<'planned'> | null;
  /** By position, from 1. */
  opened: Readonly<Record<number, string>>;
  ended: boolean;
  selfVote: { vote: Verdict | null } | null;
}

/**
 * waiting: for the first question · asking: one is under way · break: between two · voting: all is said, the candidate's
 * own vote or a reading is missing · debrief.
 */
export type LoopStanding =
  | { phase: 'waiting'; position: number }
  | { phase: 'asking'; position: number; interviewId: string; paused: boolean }
  | { phase: 'break'; position: number; endsAt: number }
  | { phase: 'voting' }
  | { phase: 'debrief' };

export function emptyLoop(): LoopState {
  return { plan: null, opened: {}, ended: false, selfVote: null };
}

/** The loop's plan. @throws BarRaiserError internal before it was planned. */
export function planOf({ plan }: LoopState): LoopEventOf<'planned'> {
  if (!plan) throw new BarRaiserError('internal', 'The loop was never planned.');
  return plan;
}

/**
 * Where a loop stands, from its own events and its interviews as they stand; nothing is remembered beside those.
 * `members` holds one entry for each opened question, by position; a deleted interview counts as over.
 */
export function loopStanding(
  state: LoopState,
  members: Readonly<Record<number, Member | null>>,
): LoopStanding {
  const plan = planOf(state);
  const positions = Object.keys(state.opened).map(Number);
  const open = positions.find((position) => members[position] && members[position].closedAt === null);
  const member = open === undefined ? null : members[open];
  if (open !== undefined && member && !state.ended) {
    return { phase: 'asking', position: open, interviewId: member.interviewId, paused: member.paused };
  }
  const next = plan.questions.findIndex((_, index) => state.opened[index + 1] === undefined) + 1;
  if (next > 0 && !state.ended) {
    const closed = positions.flatMap((position) => members[position]?.closedAt ?? []);
    if (positions.length === 0) return { phase: 'waiting', position: next };
    const since = closed.length > 0 ? Math.max(...closed) : 0;
    return { phase: 'break', position: next, endsAt: since + plan.breakSeconds * 1000 };
  }
  const done = positions.every((position) => {
    const each = members[position];
    return !each || (each.phase === 'assessed' && each.voted);
  });
  return state.selfVote && done ? { phase: 'debrief' } : { phase: 'voting' };
}

function refuseUnlessGoingOn({ ended, selfVote }: LoopState): void {
  if (ended || selfVote) throw new BarRaiserError('interview_over', 'This loop is over. Start a new one.');
}

/**
 * One step of the loop: pure. `members` as for loopStanding.
 * @throws BarRaiserError for an event that does not fit: interview_open, interview_over, already_voted, internal.
 */
export function advanceLoop(
  state: LoopState,
  event: LoopEvent,
  members: Readonly<Record<number, Member | null>>,
): LoopState {
  switch (event.type) {
    case 'planned':
      if (state.plan) throw new BarRaiserError('internal', 'The loop is planned already.');
      return { ...state, plan: event };
    case 'question_opened': {
      refuseUnlessGoingOn(state);
      const standing = loopStanding(state, members);
      if (standing.phase === 'asking')
        throw new BarRaiserError('interview_open', 'The question before is still going on.');
      if (!('position' in standing) || standing.position !== event.position)
        throw new BarRaiserError('internal', 'The questions of a loop are asked in their order.');
      return applyLoopEvent(state, event);
    }
    case 'ended':
      refuseUnlessGoingOn(state);
      return applyLoopEvent(state, event);
    case 'self_voted': {
      if (state.selfVote) throw new BarRaiserError('already_voted', 'You have voted on this loop already.');
      if (loopStanding(state, members).phase !== 'voting')
        throw new BarRaiserError('interview_open', 'The vote on yourself comes after the whole loop.');
      return applyLoopEvent(state, event);
    }
  }
}

function applyLoopEvent(state: LoopState, event: LoopEvent): LoopState {
  switch (event.type) {
    case 'planned':
      return { ...state, plan: event };
    case 'question_opened':
      return { ...state, opened: { ...state.opened, [event.position]: event.interviewId } };
    case 'ended':
      return { ...state, ended: true };
    case 'self_voted':
      return { ...state, selfVote: { vote: event.vote } };
  }
}

/** The state after these events as they were stored; each fitted when it was, and is not judged again. */
export function replayLoop(events: readonly LoopEvent[]): LoopState {
  return events.reduce(applyLoopEvent, emptyLoop());
}
