import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '#lib/domain/interview.ts';
import { isCounted } from '#lib/domain/move.ts';
import { withReread } from '#lib/domain/reread.ts';
import type { Criterion } from '#lib/domain/rubric.ts';
import { mainAnswer } from '#lib/domain/transcript.ts';
import { assessmentOf, type Reading, story, TestInterview } from '#tests/support/domain-fixtures.ts';

const reading = (value: number, rating: 0 | 1 | 2 = 1): Reading => ({
  expected: () => value,
  rating: () => rating,
});

/** A second reading of all that was said so far, as `reading` says. */
function readAgain(interview: TestInterview, again: Reading): void {
  const { state, context } = interview;
  const assessment = { ...assessmentOf(state.turns, context, again), engine: 'second' };
  const turnId = mainAnswer(state.turns)?.id ?? '';
  interview.add({ type: 'reread', at: state.lastAt, turnId, assessment });
}

const scoreOf = (interview: TestInterview, criterion: Criterion) =>
  interview.state.assessment?.criteria.find((entry) => entry.criterion === criterion)?.expected;

describe('a second reading', () => {
  test('corrects what was read, asks nothing by itself, and takes no time', () => {
    const interview = new TestInterview();
    interview.say(story, reading(1));
    const { turns, usedSeconds, pendingMove } = interview.state;
    readAgain(interview, reading(2.6));
    expect(scoreOf(interview, 'metric')).toBe(2.6);
    expect(interview.state).toMatchObject({ turns, usedSeconds, pendingMove });
  });

  test('stands at the next turn, whose own reply is as first read until it is read again too', () => {
    const interview = new TestInterview();
    interview.say(story, reading(1));
    readAgain(interview, reading(2.6));
    interview.say('I measured it myself over four weeks.', reading(0.2, 0));
    expect(scoreOf(interview, 'metric')).toBe(2.6);
    expect(interview.state.assessment?.replies.map(({ rating }) => rating)).toEqual([0]);
    expect(interview.state.assessment?.engine).toBe('second + test');
    readAgain(interview, reading(2.6, 2));
    expect(interview.state.assessment?.replies.map(({ rating }) => rating)).toEqual([2]);
    expect(interview.state.assessment?.engine).toBe('second');
  });

  test('changes what is asked next: what it found solid is no longer the gap', () => {
    const weakOnly = (weak: Criterion): Reading => ({
      expected: (criterion) => (criterion === weak ? 0.2 : 2.4),
      rating: () => 1,
    });
    const ask = (again: Criterion) => {
      const interview = new TestInterview();
      interview.say(story, reading(2.4));
      readAgain(interview, weakOnly(again));
      return interview.say('I wrote the counts down.', reading(2.4));
    };
    expect(ask('metric')).toMatchObject({ kind: 'gap', aims: ['metric'] });
    expect(ask('dissent')).toMatchObject({ kind: 'gap', aims: ['dissent'] });
  });

  test('of another story is refused, and corrects nothing', () => {
    const interview = new TestInterview();
    interview.say(story, reading(1));
    const { state, context } = interview;
    const stale = { ...assessmentOf(state.turns, context, reading(2.6)), answerTurnId: 'c99' };
    const event = { type: 'reread', at: state.lastAt, turnId: 'c99', assessment: stale } as const;
    expect(() => interview.add(event)).toThrowError(expect.objectContaining({ code: 'internal' }));
    if (state.assessment) expect(withReread(state.assessment, stale)).toBe(state.assessment);
  });

  test('is dropped with the engine that made it', () => {
    const interview = new TestInterview();
    interview.say(story, reading(1));
    readAgain(interview, reading(2.6));
    interview.add({ type: 'engine_changed', at: interview.state.lastAt, engine: 'embedded' });
    expect(scoreOf(interview, 'metric')).toBe(1);
    expect(interview.state.engineChange).toMatchObject({ from: { speaking: 'test', grading: 'test' } });
    expect(() => readAgain(interview, reading(2.6))).toThrowError(
      expect.objectContaining({ code: 'internal' }),
    );
  });

  test('wherever it comes, the replay gives the same state and the promises hold', () => {
    const value = fc.double({ min: 0, max: 3, noNaN: true });
    const step = fc.record({
      text: fc.constantFrom(
        story,
        'I checked it in March.',
        'Can I take another story?',
        'One moment please.',
      ),
      first: value,
      again: fc.option(value),
      fails: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const interview = new TestInterview();
        for (const { text, first, again, fails } of steps) {
          if (interview.state.phase === 'closing') break;
          interview.say(text, reading(first));
          const { firstReading, turns, lastAt: at } = interview.state;
          if (fails) interview.add({ type: 'reread_failed', at, turnId: 'c1', code: 'model_failed' });
          if (again === null || firstReading?.answerTurnId !== mainAnswer(turns)?.id || !firstReading)
            continue;
          readAgain(interview, reading(again));
        }
        const counted = interview.moves.filter(isCounted);
        expect(counted.length).toBeLessThanOrEqual(6);
        expect(new Set(counted.map(({ wording }) => wording)).size).toBe(counted.length);
        expect(replay(interview.events, interview.context)).toEqual(interview.state);
      }),
      { numRuns: 150 },
    );
  });
});
