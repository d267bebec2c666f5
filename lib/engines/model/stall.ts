import { setTimeout as wait } from 'node:timers/promises';
import { BarRaiserError } from '#lib/domain/errors.ts';

/** Resolves after so many milliseconds, or as soon as the signal says that nobody waits any more; never rejects. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const systemSleep: Sleep = (milliseconds, signal) =>
  signal.aborted
    ? Promise.resolve()
    : wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });

/**
 * Waits for `work`, but no longer than `milliseconds`.
 * @throws BarRaiserError model_stalled, after which `stop` was called; whatever the work itself throws.
 */
export async function withinStall<Value>(
  work: Promise<Value>,
  {
    milliseconds,
    sleep,
    modelId,
    stop,
  }: { milliseconds: number; sleep: Sleep; modelId: string; stop: () => void },
): Promise<Value> {
  const done = new AbortController();
  const first = await Promise.race([
    work.then((value) => ({ value })),
    sleep(milliseconds, done.signal).then(() => null),
  ]).finally(() => done.abort());
  if (first) return first.value;
  stop();
  // What the stopped work says of having been stopped concerns nobody.
  work.catch(() => undefined);
  throw new BarRaiserError(
    'model_stalled',
    `${modelId} has sent nothing for ${Math.round(milliseconds / 1000)} seconds. Try again; a slow server of your own can be given longer (MODEL_STALL_SECONDS).`,
  );
}
