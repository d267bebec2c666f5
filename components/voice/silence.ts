/** Seconds of silence before one is asked, and from then until what was said is sent. */
export const askAfterSeconds = 12;
export const sendAfterSeconds = 20;

export type Silence = { kind: 'none' } | { kind: 'asking'; secondsLeft: number } | { kind: 'over' };

/**
 * What a silence means. A pause ends no answer: only a long silence, after it was announced, does.
 * @param quietSeconds since the last sound or key
 * @param waits whether there is something to send, and it may be sent
 */
export function silenceAfter(quietSeconds: number, waits: boolean): Silence {
  if (!waits || quietSeconds < askAfterSeconds) return { kind: 'none' };
  const secondsLeft = Math.ceil(askAfterSeconds + sendAfterSeconds - quietSeconds);
  return secondsLeft > 0 ? { kind: 'asking', secondsLeft } : { kind: 'over' };
}
