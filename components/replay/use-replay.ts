'use client';

import { useEffect, useMemo, useReducer } from 'react';
import { atStart, type ReplayAction, replayReducer, stepAt } from './replay-state.ts';

/** How often the time moves on while it plays, in milliseconds. */
const tick = 200;

const keys: Record<string, ReplayAction> = {
  ' ': { type: 'toggled' },
  ArrowRight: { type: 'stepped', by: 1 },
  ArrowLeft: { type: 'stepped', by: -1 },
  Home: { type: 'sought', at: 0 },
  End: { type: 'sought', at: Number.MAX_SAFE_INTEGER },
  '1': { type: 'speed', speed: 1 },
  '2': { type: 'speed', speed: 2 },
};

/** Plays the steps at these seconds, and answers to keys wherever nothing else does. */
export function useReplay(times: readonly number[]) {
  const reducer = useMemo(() => replayReducer(times), [times]);
  const [state, dispatch] = useReducer(reducer, atStart);
  const { playing } = state;

  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      dispatch({ type: 'passed', seconds: (now - last) / 1000 });
      last = now;
    }, tick);
    return () => clearInterval(timer);
  }, [playing]);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const action = keys[event.key];
      if (!action || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      // A control that is focused keeps the keys it has itself.
      const own = event.key === ' ' ? 'button, a, input, select, summary' : 'input, select';
      if (event.target instanceof Element && event.target.closest(own)) return;
      event.preventDefault();
      dispatch(action);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return { state, dispatch, step: stepAt(times, state.at) };
}
