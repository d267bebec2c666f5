/** Where a replay stands. */
export interface ReplayState {
  /** Seconds from its start. */
  at: number;
  playing: boolean;
  speed: 1 | 2;
}

export type ReplayAction =
  | { type: 'toggled' }
  | { type: 'speed'; speed: 1 | 2 }
  /** So many real seconds went by. */
  | { type: 'passed'; seconds: number }
  | { type: 'sought'; at: number }
  /** To the next turn (1) or the one before (-1). */
  | { type: 'stepped'; by: 1 | -1 };

/** Stands still at the first turn: nothing plays by itself. */
export const atStart: ReplayState = { at: 0, playing: false, speed: 1 };

/** The last step that has happened at a moment; `times` ascend, the first is 0. */
export function stepAt(times: readonly number[], at: number): number {
  return Math.max(
    times.findLastIndex((time) => time <= at),
    0,
  );
}

/** One step of the player; `times` are the seconds of the steps. Stays within them, and stops at the end. */
export function replayReducer(times: readonly number[]) {
  const end = times.at(-1) ?? 0;
  const within = (at: number) => Math.min(Math.max(at, 0), end);
  return (state: ReplayState, action: ReplayAction): ReplayState => {
    switch (action.type) {
      case 'toggled':
        // From the end it begins anew.
        return { ...state, playing: !state.playing, at: !state.playing && state.at >= end ? 0 : state.at };
      case 'speed':
        return { ...state, speed: action.speed };
      case 'passed': {
        if (!state.playing) return state;
        const at = within(state.at + action.seconds * state.speed);
        return { ...state, at, playing: at < end };
      }
      case 'sought':
        return { ...state, at: within(action.at) };
      case 'stepped': {
        const next = stepAt(times, state.at) + action.by;
        return { ...state, at: within(times[Math.max(next, 0)] ?? end) };
      }
    }
  };
}
