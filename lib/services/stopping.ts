import { BarRaiserError } from '#lib/domain/errors.ts';

declare global {
  var barRaiserIsStopping: boolean | undefined;
}

/** Whether the process was asked to stop. On globalThis because the server's bundles hold this module more than once. */
export function isStopping(): boolean {
  return globalThis.barRaiserIsStopping === true;
}

export function beginStopping(): void {
  globalThis.barRaiserIsStopping = true;
}

/**
 * Nothing new is begun by a process that is about to end; what is being answered is answered.
 * @throws BarRaiserError shutting_down.
 */
export function refuseWhileStopping(): void {
  if (!isStopping()) return;
  throw new BarRaiserError(
    'shutting_down',
    'The server is being restarted. What you typed is kept here; please try again in a few seconds.',
    { retryAfterSeconds: 5 },
  );
}
