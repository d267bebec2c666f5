import path from 'node:path';
import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { processContext } from '#lib/services/context.ts';
import { prepareProcess } from '#lib/services/prepare-process.ts';
import { startTelemetry } from '#lib/telemetry/start-telemetry.ts';
import { endWithSignals } from './end-with-signals.ts';
import { notePeerAddress } from './note-peer-address.ts';
import { readRoutePatterns } from './route-patterns.ts';
import { passOverRouterState } from './router-state.ts';
import { passOverUndecodable } from './undecodable-address.ts';
import { watchRequests } from './watch-requests.ts';

/** How long what is being answered may still take after the process was asked to end. */
const shutdownSecondsSchema = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number().min(0).max(3600).default(30),
);

/** Makes a server of the process before it answers: what follows its requests, what ends it well, and all it works with. */
export async function prepareServer(): Promise<void> {
  notePeerAddress();
  passOverUndecodable();
  passOverRouterState();
  const sendRest = await startTelemetry();
  if (process.env.NODE_ENV === 'production') {
    const seconds = shutdownSecondsSchema.safeParse(process.env.SHUTDOWN_SECONDS);
    if (!seconds.success) {
      console.error('SHUTDOWN_SECONDS is not right; it is a number of seconds from 0 to 3600.');
      process.exit(1);
    }
    const build = path.resolve(/* turbopackIgnore: true */ process.env.BUILD_DIRECTORY || '.next');
    endWithSignals({
      requests: watchRequests(readRoutePatterns(build)),
      seconds: seconds.data,
      finish: async () => {
        await sendRest();
        await closeStore();
      },
      exit: process.exit,
    });
  }
  await prepareProcess();
}

async function closeStore(): Promise<void> {
  try {
    const { beside, database } = await processContext();
    await beside.settled();
    database.$client.close();
  } catch (error) {
    // A process whose store never opened has nothing to close.
    if (!BarRaiserError.isInstance(error)) throw error;
  }
}
