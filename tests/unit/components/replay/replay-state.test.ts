import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atStart, type ReplayAction, replayReducer, stepAt } from '#components/replay/replay-state.ts';

const times = [0, 4, 64, 70];
const reduce = replayReducer(times);
const reach = (...actions: ReplayAction[]) => actions.reduce(reduce, atStart);

describe('the player', () => {
  test('stands still until it is told to play', () => {
    expect(reach({ type: 'passed', seconds: 10 })).toEqual(atStart);
    expect(reach({ type: 'toggled' }, { type: 'passed', seconds: 10 }).at).toBe(10);
  });

  test('at double speed twice as much goes by', () => {
    const at = reach({ type: 'speed', speed: 2 }, { type: 'toggled' }, { type: 'passed', seconds: 10 }).at;
    expect(at).toBe(20);
  });

  test('stops at the end, and from there begins anew', () => {
    const ended = reach({ type: 'toggled' }, { type: 'passed', seconds: 500 });
    expect(ended).toMatchObject({ at: 70, playing: false });
    expect(reduce(ended, { type: 'toggled' })).toMatchObject({ at: 0, playing: true });
  });

  test('steps from turn to turn, wherever between two it stands', () => {
    expect(reach({ type: 'sought', at: 30 }, { type: 'stepped', by: 1 }).at).toBe(64);
    expect(reach({ type: 'sought', at: 30 }, { type: 'stepped', by: -1 }).at).toBe(0);
    expect(reach({ type: 'stepped', by: -1 }).at).toBe(0);
    expect(reach({ type: 'sought', at: 70 }, { type: 'stepped', by: 1 }).at).toBe(70);
  });

  test('whatever is done, it stays within the interview', () => {
    const action: fc.Arbitrary<ReplayAction> = fc.oneof(
      fc.constant<ReplayAction>({ type: 'toggled' }),
      fc.constantFrom(1 as const, 2 as const).map((speed): ReplayAction => ({ type: 'speed', speed })),
      fc.constantFrom(1 as const, -1 as const).map((by): ReplayAction => ({ type: 'stepped', by })),
      fc.integer({ min: -99, max: 999 }).map((at): ReplayAction => ({ type: 'sought', at })),
      fc.integer({ min: 0, max: 99 }).map((seconds): ReplayAction => ({ type: 'passed', seconds })),
    );
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const { at } = reach(...actions);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(70);
      }),
    );
  });
});

test('the step is the last one that has happened', () => {
  expect([0, 3.9, 4, 63, 64, 999].map((at) => stepAt(times, at))).toEqual([0, 0, 1, 1, 2, 3]);
});
