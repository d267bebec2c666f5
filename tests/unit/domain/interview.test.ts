import { describe, expect, test } from 'vitest';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { replay } from '#lib/domain/interview.ts';
import { type Reading, startedAt, story, TestInterview } from '#tests/support/domain-fixtures.ts';

const reading: Reading = { expected: () => 1, rating: () => 1 };

function codeOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (BarRaiserError.isInstance(error)) return error.code;
    throw error;
  }
  return 'nothing was thrown';
}

test('opens with the question, then waits for the story', () => {
  const { state } = new TestInterview();
  expect(state.phase).toBe('answering');
  expect(state.turns[0]?.text).toContain(
    'Tell me about a time you raised an unpopular opinion and stood by it.',
  );
  expect(state.questionsAsked).toBe(0);
});

test('the story leads to probing; the state is rebuilt from the events alone', () => {
  const interview = new TestInterview();
  interview.say(story, reading);
  interview.say('I went to the lead myself.', reading);
  expect(interview.state.phase).toBe('probing');
  expect(replay(interview.events, interview.context)).toEqual(interview.state);
});

describe('meta turns', () => {
  test('are answered, not scored and not counted', () => {
    const interview = new TestInterview();
    interview.say(story, reading);
    const before = interview.state;
    const question = before.turns.at(-1)?.text ?? '';
    const move = interview.say('Sorry, can you repeat that?', reading);
    expect(move).toMatchObject({ kind: 'meta', meta: 'repeat' });
    expect(move.wording).toContain(question);
    expect(interview.state.questionsAsked).toBe(before.questionsAsked);
    expect(interview.state.assessment).toEqual(before.assessment);
    interview.say('I went to the lead myself.', reading);
    expect(interview.state.assessment?.replies).toHaveLength(1);
  });

  test('another story replaces the first once; the count goes on', () => {
    const interview = new TestInterview();
    interview.say(story, reading);
    const asked = interview.state.questionsAsked;
    expect(interview.say('Can I take another story?', reading)).toMatchObject({
      kind: 'meta',
      meta: 'another_story',
    });
    interview.say(
      'In May I told my director that the launch date was wrong, and showed her the defects.',
      reading,
    );
    expect(interview.state.assessment?.replies).toEqual([]);
    expect(interview.state.questionsAsked).toBe(asked + 1);
    expect(interview.say('Can I take another story?', reading).wording).toContain('stay with this story');
  });

  test('no story: another is offered once, the second time the interview ends', () => {
    const interview = new TestInterview();
    expect(interview.say("I don't have an example for that.", reading).kind).toBe('redirect');
    expect(interview.say("I can't think of one.", reading)).toMatchObject({
      kind: 'close',
      because: 'no_story',
    });
  });
});

describe('events that do not fit', () => {
  const answered = (turnId: string) =>
    ({
      type: 'answered',
      at: startedAt,
      turnId,
      clientTurnId: turnId,
      text: 'x',
      spokenSeconds: null,
    }) as const;

  test('a turn while another is being answered', () => {
    const interview = new TestInterview();
    interview.add(answered('c'));
    expect(codeOf(() => interview.add(answered('d')))).toBe('turn_in_progress');
    expect(codeOf(() => interview.add({ type: 'ended', at: startedAt }))).toBe('turn_in_progress');
  });

  test('a turn after the end, a vote before it, two votes', () => {
    const interview = new TestInterview();
    expect(codeOf(() => interview.add({ type: 'self_voted', at: startedAt, vote: 'hire' }))).toBe(
      'interview_open',
    );
    interview.add({ type: 'ended', at: startedAt });
    interview.speak();
    expect(interview.state).toMatchObject({ phase: 'closing', closedBecause: 'ended' });
    expect(codeOf(() => interview.add(answered('c')))).toBe('interview_over');
    interview.add({ type: 'self_voted', at: startedAt, vote: null });
    expect(codeOf(() => interview.add({ type: 'self_voted', at: startedAt, vote: 'hire' }))).toBe(
      'already_voted',
    );
  });
});

test('an absence costs ten minutes at most, and a clock set back costs nothing', () => {
  const interview = new TestInterview();
  interview.say(story, reading, 60);
  interview.say('I went to the lead myself.', reading, 86_400);
  expect(interview.state.usedSeconds).toBe(660);
  interview.say('Then I counted again.', reading, -3_600);
  expect(interview.state.usedSeconds).toBe(660);
});
