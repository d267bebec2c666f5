import { describe, expect, it } from 'vitest';
import { elapsedOnAnswer, formatClock, secondsLeft, spokenRange } from '#components/interview/clock.ts';

const clock = { budgetSeconds: 1500, usedSeconds: 100, askedAt: 10_000 };

describe('the clock', () => {
  it('times the open answer from the question, and not before or without one', () => {
    expect(elapsedOnAnswer(clock, 25_000)).toBe(15);
    expect(elapsedOnAnswer(clock, 9_000)).toBe(0);
    expect(elapsedOnAnswer({ ...clock, askedAt: null }, 25_000)).toBe(0);
  });

  it('counts what is used and what is open against the budget, never below zero', () => {
    expect(secondsLeft(clock, 25_000)).toBe(1385);
    expect(secondsLeft({ ...clock, usedSeconds: 1600 }, 25_000)).toBe(0);
  });

  it('keeps the time of someone who was away for a night', () => {
    expect(secondsLeft(clock, 10_000 + 12 * 3600 * 1000)).toBe(800);
  });
});

it.each([
  [0, '0:00'],
  [9.9, '0:09'],
  [75, '1:15'],
  [1500, '25:00'],
  [3661, '1:01:01'],
])('writes %d seconds as %s', (seconds, written) => expect(formatClock(seconds)).toBe(written));

it.each<[[number, number], string]>([
  [[90, 120], '1½ to 2 minutes'],
  [[120, 150], '2 to 2½ minutes'],
  [[30, 60], '½ to 1 minutes'],
])('says %j as "%s"', (range, said) => expect(spokenRange(range)).toBe(said));
