import { setTimeout as wait } from 'node:timers/promises';
import { beginStopping } from '#lib/services/stopping.ts';
import { log } from '#lib/telemetry/log.ts';
import type { RequestsUnderWay } from './watch-requests.ts';

export interface Ending {
  requests: RequestsUnderWay;
  /** How long what is being answered may still take. */
  seconds: number;
  /** What is done last: telemetry is sent, the store is closed. */
  finish: () => Promise<void>;
  exit: (code: number) => void;
}

/**
 * Ends the process well: no new turn is begun from now on, readiness is denied, what is being answered is answered
 * to its end, streams among it, for as long as `seconds`; then everything is closed. Everything acknowledged is stored
 * by then, so that what is cut off after that loses nothing.
 */
export async function endProcess({ requests, seconds, finish, exit }: Ending): Promise<void> {
  beginStopping();
  log('info', 'stopping', { open: requests.count(), seconds });
  const enough = new AbortController();
  await Promise.race([
    requests.none(),
    wait(seconds * 1000, undefined, { signal: enough.signal }).catch(() => undefined),
  ]);
  enough.abort();
  for (const server of requests.servers()) {
    server.close();
    server.closeIdleConnections();
  }
  await Promise.race([finish(), wait(finishSeconds * 1000)]);
  log('info', 'stopped', { cut: requests.count() });
  exit(0);
}

/** A collector that does not answer must not keep the process. */
const finishSeconds = 3;

/** SIGTERM and SIGINT end the process well; a second one ends it at once. */
export function endWithSignals(ending: Ending): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) ending.exit(1);
      asked = true;
      void endProcess(ending);
    });
  }
}
