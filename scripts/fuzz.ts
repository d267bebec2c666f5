import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startServer } from '#tests/e2e/support/server.ts';
import { playFuzz } from '#tests/support/fuzz/play.ts';
import { withoutLimits } from '#tests/support/without-limits.ts';

const usage = `Usage: npm run fuzz [-- --requests 20000] [--seed 1]
Starts a production server of its own and sends it that many odd requests over all routes, the same ones for the same
seed. Prints how they were answered, and ends with 1 when any was answered by a fault of the server, with a trace of its
insides, or not at all.`;

const optionsSchema = z.object({
  requests: z.coerce.number().int().min(1).max(1_000_000).default(20_000),
  seed: z.coerce.number().int().default(1),
});

/** Sent in parts, each from a seed of its own, so that a long run does not hold all its requests in memory. */
const partSize = 1000;

async function fuzz({ requests, seed }: z.infer<typeof optionsSchema>): Promise<boolean> {
  const server = await startServer(withoutLimits);
  const statuses: Record<string, number> = {};
  const problems: string[] = [];
  let slowest = { milliseconds: 0, request: '' };
  try {
    for (let sent = 0; sent < requests; sent += partSize) {
      const count = Math.min(partSize, requests - sent);
      const part = await playFuzz(server.address, { seed: seed + sent, count });
      problems.push(...part.problems);
      if (part.slowest.milliseconds > slowest.milliseconds) slowest = part.slowest;
      for (const [status, times] of Object.entries(part.statuses)) {
        statuses[status] = (statuses[status] ?? 0) + times;
      }
    }
  } finally {
    await server.remove();
  }
  console.info(`${requests} requests, seed ${seed}; answered ${JSON.stringify(statuses)}`);
  console.info(`slowest ${slowest.milliseconds.toFixed(0)} ms: ${slowest.request.slice(0, 300)}`);
  console.info(`faults, traces, no answers: ${problems.length}`);
  for (const problem of problems.slice(0, 30)) console.info(`  ${problem}`);
  return problems.length === 0;
}

function readOptions(): z.infer<typeof optionsSchema> | null {
  try {
    const { values } = parseArgs({ options: { requests: { type: 'string' }, seed: { type: 'string' } } });
    return optionsSchema.parse(values);
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof TypeError)) throw error;
    console.error(usage);
    return null;
  }
}

const options = readOptions();
if (!options || !(await fuzz(options))) process.exitCode = 1;
