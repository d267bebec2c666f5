import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LayerJob, LayerResult } from './layer-job.ts';

/** A worker keeps the whole corpus in memory: more than this earn little. */
const mostWorkers = 8;

/**
 * Runs the jobs on the machine's cores, each worker with a corpus of its own. Out: the results in the order of the jobs,
 * whatever order they finish in, so that the number of cores changes nothing.
 */
export async function runLayerJobs(
  jobs: readonly LayerJob[],
  say: (line: string) => void,
): Promise<LayerResult[]> {
  const results: LayerResult[] = [];
  let next = 0;
  let done = 0;
  const serve = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./layer-worker.ts', import.meta.url));
      let running = -1;
      const proceed = () => {
        running = next;
        next += 1;
        const job = jobs[running];
        if (job) worker.postMessage(job);
        else worker.terminate().then(() => resolve(), reject);
      };
      worker.on('message', (result: LayerResult) => {
        results[running] = result;
        done += 1;
        say(`layers ${done} of ${jobs.length}`);
        proceed();
      });
      worker.on('error', reject);
      proceed();
    });
  const workers = Math.min(mostWorkers, availableParallelism(), jobs.length);
  await Promise.all(Array.from({ length: workers }, serve));
  return results;
}
