import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@libsql/client';
import { isBusy } from './fault.ts';

/** Longer than a backup, a migration or another program should ever hold the lock. */
const patienceMilliseconds = 15_000;
const firstPause = 10;
const longestPause = 250;

/**
 * The same client, for a store that answers at once that another one is writing: waits a little longer each time and
 * asks again. What was refused as busy was not done, a batch not in part either, so that it is safe to send again.
 */
export function patientClient(client: Client, random: () => number = Math.random): Client {
  async function patiently<T>(ask: () => Promise<T>): Promise<T> {
    const until = performance.now() + patienceMilliseconds;
    for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 2)) {
      try {
        return await ask();
      } catch (error) {
        if (!isBusy(error) || performance.now() + pause > until) throw error;
      }
      // Those that were refused together do not come back together.
      await wait(pause * (0.5 + random()));
    }
  }
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'execute')
        return (...given: Parameters<Client['execute']>) => patiently(() => target.execute(...given));
      if (name === 'batch')
        return (...given: Parameters<Client['batch']>) => patiently(() => target.batch(...given));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
