import { describe, expect, it } from 'vitest';
import { roomReducer } from '#components/interview/room-reducer.ts';
import {
  canSend,
  initialRoom,
  type RoomAction,
  type RoomState,
  shownTurns,
} from '#components/interview/room-state.ts';
import { waitBeforeRetry } from '#components/interview/use-room.ts';
import type { ShownTurn } from '#lib/domain/interview-view.ts';
import { interviewView, opening } from './interview-view-fixture.ts';

const turn = { clientTurnId: 'c1', text: 'I told them no.', repliesTo: 't1' };
const stored: ShownTurn = { id: 't2', speaker: 'candidate', text: turn.text, at: 2_000, clientTurnId: 'c1' };
const question: ShownTurn = { id: 't3', speaker: 'bar_raiser', text: 'Why?', at: 3_000, clientTurnId: null };
const reply = { id: 't3', text: 'Why?' };

function play(actions: RoomAction[], state: RoomState = initialRoom(interviewView())): RoomState {
  return actions.reduce(roomReducer, state);
}
const texts = (state: RoomState) => shownTurns(state).map(({ text }) => text);

describe('a turn that is sent', () => {
  it('is shown at once, keeps the candidate from sending another, and is kept until its reply is complete', () => {
    const state = play([
      { type: 'sent', turn },
      { type: 'reply-grew', reply: { id: 't3', text: 'W' } },
    ]);
    expect(texts(state)).toEqual([opening.text, turn.text, 'W']);
    expect(canSend(state)).toBe(false);
    expect(state.pending).toEqual(turn);
  });

  it('becomes part of the conversation with its reply', () => {
    const state = play([
      { type: 'sent', turn },
      { type: 'reply-ended', reply, at: 9 },
    ]);
    expect(texts(state)).toEqual([opening.text, turn.text, reply.text]);
    expect(state).toMatchObject({ pending: null, delivery: 'idle', notice: null });
    expect(canSend(state)).toBe(true);
  });

  it('is not doubled by words that arrive late, or by a stored reply that comes again', () => {
    const state = play([
      { type: 'sent', turn },
      { type: 'reply-ended', reply, at: 9 },
      { type: 'reply-grew', reply },
    ]);
    expect(texts(state)).toHaveLength(3);
    const again = play([
      { type: 'opened', pending: turn },
      { type: 'view-loaded', view: interviewView({ turns: [opening, stored, question] }) },
      { type: 'reply-ended', reply, at: 9 },
    ]);
    expect(texts(again)).toEqual([opening.text, turn.text, question.text]);
  });
});

describe('a turn over a limit', () => {
  const message = 'More than 30 answers in a minute are not taken. Please try again in 12 seconds.';

  it('stays on its way, says so, waits as long as it was told, and is then tried again', () => {
    const waiting = play([
      { type: 'sent', turn },
      { type: 'stalled', message, retryAfterSeconds: 12 },
    ]);
    expect(waiting).toMatchObject({ pending: turn, delivery: 'stalled', notice: message });
    expect(waitBeforeRetry(waiting.failures, waiting.waitSeconds)).toBe(12_000);
    const again = play([{ type: 'retried' }], waiting);
    expect(again).toMatchObject({ pending: turn, delivery: 'sending', attempt: waiting.attempt + 1 });
    expect(again.waitSeconds).toBeNull();
  });

  it('waits by itself where the server named no time', () => {
    const waiting = play([
      { type: 'sent', turn },
      { type: 'stalled', message: 'The server cannot be reached.' },
    ]);
    expect(waitBeforeRetry(waiting.failures, waiting.waitSeconds)).toBe(1000);
    expect(waitBeforeRetry(9, null)).toBe(15_000);
  });
});

describe('a turn that does not get through', () => {
  it('stays, is tried again with the same id, and each try is a new attempt', () => {
    const stalled = play([
      { type: 'sent', turn },
      { type: 'stalled', message: 'Out of reach.' },
    ]);
    expect(stalled).toMatchObject({
      delivery: 'stalled',
      pending: turn,
      notice: 'Out of reach.',
      failures: 1,
    });
    const retried = play([{ type: 'retried' }], stalled);
    expect(retried).toMatchObject({ delivery: 'sending', pending: turn, attempt: stalled.attempt + 1 });
  });

  it('is not sent again when the server turns out to have answered it', () => {
    const view = interviewView({ turns: [opening, stored, question] });
    const state = play([
      { type: 'sent', turn },
      { type: 'stalled', message: 'Out of reach.' },
      { type: 'view-loaded', view },
      { type: 'retried' },
    ]);
    expect(state).toMatchObject({ delivery: 'idle', pending: null, notice: null });
    expect(texts(state)).toEqual([opening.text, turn.text, question.text]);
  });

  it('gives its words back when the server refuses it', () => {
    const state = play([
      { type: 'sent', turn },
      { type: 'refused', code: 'turn_too_long', message: 'Too long.' },
    ]);
    expect(state).toMatchObject({
      returned: turn.text,
      notice: 'Too long.',
      pending: null,
      delivery: 'idle',
    });
    expect(texts(state)).toEqual([opening.text]);
    expect(play([{ type: 'returned-taken' }], state).returned).toBeNull();
  });

  it('waits on a conflict, and gives its words back when the interview went on without it', () => {
    const refused = play([
      { type: 'sent', turn },
      { type: 'refused', code: 'turn_conflict', message: 'internal words' },
    ]);
    expect(refused).toMatchObject({ stale: true, pending: turn, returned: null });
    expect(canSend(refused)).toBe(false);
    expect(play([{ type: 'retried' }], refused)).toBe(refused);
    const elsewhere = { ...stored, text: 'Other words.', clientTurnId: 'c2' };
    const view = interviewView({ turns: [opening, elsewhere, question] });
    const state = play([{ type: 'view-loaded', view }], refused);
    expect(state).toMatchObject({ stale: false, pending: null, returned: turn.text, delivery: 'idle' });
    expect(state.notice).toMatch(/another tab.*back in the box/);
    expect(texts(state)).toEqual([opening.text, 'Other words.', question.text]);
  });

  it('is not said twice when a conflict was about itself', () => {
    const state = play([
      { type: 'sent', turn },
      { type: 'refused', code: 'turn_in_progress', message: 'internal words' },
      { type: 'view-loaded', view: interviewView({ turns: [opening, stored], awaitingReply: true }) },
    ]);
    expect(state).toMatchObject({ stale: false, pending: null, returned: null, delivery: 'resuming' });
  });
});

describe('a model that fails', () => {
  const failed: RoomAction = { type: 'stalled', message: 'The model refuses the key.', modelFault: true };

  it('waits for the candidate: another look at the interview asks nothing again', () => {
    const view = interviewView({ turns: [opening, stored], awaitingReply: true });
    const state = play(
      [{ type: 'opened', pending: null }, failed, { type: 'resume-ended' }],
      initialRoom(view),
    );
    expect(state).toMatchObject({
      delivery: 'stalled',
      modelFault: true,
      notice: 'The model refuses the key.',
    });
    expect(play([{ type: 'view-loaded', view }], state)).toMatchObject({
      delivery: 'stalled',
      modelFault: true,
    });
    const retried = play([{ type: 'retried' }], state);
    expect(retried).toMatchObject({ delivery: 'resuming', modelFault: false });
  });

  it('is left behind when the same turn is answered by the embedded engine', () => {
    const engines = { speaking: 'embedded', grading: 'embedded', changed: null };
    const view = interviewView({ turns: [opening, stored], awaitingReply: true, engines });
    const state = play([{ type: 'sent', turn }, failed, { type: 'view-loaded', view }, { type: 'retried' }]);
    expect(state).toMatchObject({ delivery: 'sending', pending: turn, modelFault: false });
    expect(texts(state)).toEqual([opening.text, turn.text]);
  });
});

describe('a page that opens', () => {
  it('sends a kept turn again', () => {
    const state = play([{ type: 'opened', pending: turn }]);
    expect(state).toMatchObject({ delivery: 'sending', pending: turn, attempt: 1 });
    expect(state.notice).toMatch(/sent again/);
  });

  it('drops a kept turn that was answered', () => {
    const view = interviewView({ turns: [opening, stored, question] });
    expect(play([{ type: 'opened', pending: turn }], initialRoom(view))).toMatchObject({
      pending: null,
      delivery: 'idle',
    });
  });

  it('asks for the reply to a stored turn', () => {
    const view = interviewView({ turns: [opening, stored], awaitingReply: true });
    const state = play([{ type: 'opened', pending: null }], initialRoom(view));
    expect(state).toMatchObject({ delivery: 'resuming', attempt: 1 });
    const ended = play([{ type: 'reply-ended', reply, at: 5 }], state);
    expect(texts(ended)).toEqual([opening.text, turn.text, reply.text]);
    expect(canSend(ended)).toBe(true);
  });

  it('tries again later when the reply does not come', () => {
    const view = interviewView({ turns: [opening, stored], awaitingReply: true });
    const state = play([{ type: 'opened', pending: null }, { type: 'resume-ended' }], initialRoom(view));
    expect(state.delivery).toBe('stalled');
    expect(play([{ type: 'retried' }], state).delivery).toBe('resuming');
  });

  it('gives words back that came too late', () => {
    const view = interviewView({ phase: { phase: 'closing', questionsAsked: 3, questionsAtMost: 6 } });
    const state = play([{ type: 'opened', pending: turn }], initialRoom(view));
    expect(state).toMatchObject({ returned: turn.text, delivery: 'idle' });
  });
});

describe('another tab', () => {
  it('is followed, and said so', () => {
    const view = interviewView({ turns: [opening, stored, question] });
    const state = play([{ type: 'view-loaded', view }]);
    expect(texts(state)).toEqual([opening.text, turn.text, question.text]);
    expect(state.notice).toMatch(/another tab/);
  });

  it('does not disturb a turn on its way', () => {
    const sending = play([{ type: 'sent', turn }]);
    expect(play([{ type: 'view-loaded', view: interviewView() }], sending)).toBe(sending);
  });
});

it('takes nothing more once the interview is closing', () => {
  const state = play([
    { type: 'phase', phase: { phase: 'closing', questionsAsked: 6, questionsAtMost: 6 } },
    { type: 'clock', clock: { budgetSeconds: 1500, usedSeconds: 700, askedAt: null } },
  ]);
  expect(canSend(state)).toBe(false);
  expect(state.view.clock.usedSeconds).toBe(700);
});
