import { z } from 'zod';
import { examine } from '#lib/engines/model/doctor.ts';
import { defaultRetryPolicy } from '#lib/engines/model/retry.ts';
import { systemSleep } from '#lib/engines/model/stall.ts';

const modelListSchema = z.object({ data: z.array(z.object({ id: z.string() })) });
const localWait = 800;

async function localModels(address: string): Promise<string[] | null> {
  try {
    const response = await fetch(`${address}/models`, { signal: AbortSignal.timeout(localWait) });
    const list = modelListSchema.safeParse(await response.json());
    return list.success ? list.data.data.map(({ id }) => id) : null;
  } catch (error) {
    // Nobody there, something else there, or too slow to tell: in any case no Ollama to offer.
    if (error instanceof Error) return null;
    throw error;
  }
}

const lines = examine(process.env, {
  clock: Date.now,
  sleep: systemSleep,
  retry: defaultRetryPolicy,
  log: (line) => console.log(line),
  localModels,
});
let next = await lines.next();
for (; !next.done; next = await lines.next()) console.log(next.value);
console.log(next.value ? 'Ready.' : 'Not ready: see above.');
process.exitCode = next.value ? 0 : 1;
