import { describe, expect, it } from 'vitest';
import { advanceLoop, emptyLoop, type LoopState, loopStanding, type Member } from '#lib/domain/loop/loop.ts';
import { breakSeconds, type LoopEvent } from '#lib/domain/loop/loop-event.ts';

const planned: LoopEvent = {
  type: 'planned',
  at: 0,
  level: 'sde2',
  mode: 'typed',
  minutes: 45,
  principles: ['ownership'],
  questions: [
    { scenarioId: 'a', interviewer: 'ruth', announced: true },
    { scenarioId: 'b', interviewer: 'viktor', announced: false },
  ],
  breakSeconds,
};
const member = (interviewId: string, change: Partial<Member> = {}): Member => ({
  interviewId,
  phase: 'probing',
  closedAt: null,
  usedSeconds: 0,
  paused: false,
  voted: false,
  ...change,
});
const closed = (interviewId: string, closedAt: number) => member(interviewId, { phase: 'closing', closedAt });
const opened = (position: number): LoopEvent => ({
  type: 'question_opened',
  at: 1,
  position,
  interviewId: `i${position}`,
});
const start = advanceLoop(emptyLoop(), planned, {});
const asking = advanceLoop(start, opened(1), {});

describe('where a loop stands', () => {
  it('waits for its first question, then for the one under way', () => {
    expect(loopStanding(start, {})).toEqual({ phase: 'waiting', position: 1 });
    expect(loopStanding(asking, { 1: member('i1') })).toEqual({
      phase: 'asking',
      position: 1,
      interviewId: 'i1',
      paused: false,
    });
  });

  it('takes a break from the moment the question was closed', () => {
    expect(loopStanding(asking, { 1: closed('i1', 5000) })).toEqual({
      phase: 'break',
      position: 2,
      endsAt: 5000 + breakSeconds * 1000,
    });
  });

  it('comes to its debrief with the vote on oneself and every question read, in whatever order', () => {
    const members = { 1: closed('i1', 1), 2: closed('i2', 2) };
    const said = advanceLoop(asking, opened(2), { 1: closed('i1', 1) });
    expect(loopStanding(said, members)).toEqual({ phase: 'voting' });
    const voted = advanceLoop(said, { type: 'self_voted', at: 3, vote: null }, members);
    expect(loopStanding(voted, members)).toEqual({ phase: 'voting' });
    const unshared = { 1: member('i1', { phase: 'assessed', closedAt: 1 }), 2: null };
    expect(loopStanding(voted, unshared)).toEqual({ phase: 'voting' });
    const read = { 1: member('i1', { phase: 'assessed', closedAt: 1, voted: true }), 2: null };
    expect(loopStanding(said, read)).toEqual({ phase: 'voting' });
    expect(loopStanding(voted, read)).toEqual({ phase: 'debrief' });
  });
});

describe('what a loop refuses', () => {
  const refused = (
    state: LoopState,
    event: LoopEvent,
    members: Parameters<typeof advanceLoop>[2],
    code: string,
  ) => expect(() => advanceLoop(state, event, members)).toThrowError(expect.objectContaining({ code }));

  it('is a question while another is under way, out of order, or after the end', () => {
    refused(asking, opened(2), { 1: member('i1') }, 'interview_open');
    refused(start, opened(2), {}, 'internal');
    const ended = advanceLoop(asking, { type: 'ended', at: 2 }, { 1: member('i1') });
    refused(ended, opened(2), { 1: closed('i1', 1) }, 'interview_over');
    refused(ended, { type: 'ended', at: 3 }, {}, 'interview_over');
  });

  it('is a vote before the end, and a second one', () => {
    refused(asking, { type: 'self_voted', at: 2, vote: 'hire' }, { 1: member('i1') }, 'interview_open');
    const ended = advanceLoop(asking, { type: 'ended', at: 2 }, { 1: member('i1') });
    const voted = advanceLoop(ended, { type: 'self_voted', at: 3, vote: 'hire' }, { 1: closed('i1', 2) });
    refused(voted, { type: 'self_voted', at: 4, vote: 'hire' }, { 1: closed('i1', 2) }, 'already_voted');
  });
});
