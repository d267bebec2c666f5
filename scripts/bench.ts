import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Run, runLoad } from './load/run.ts';

const usage = `Usage: npm run bench [-- --model scripted]
Short presets of \`npm run load\`, a minute each: 50 interviews at once on the embedded engine; with --model scripted, 1
interview (think time 1 to 3 s) and then 100 at once whose questions a scripted model server words.`;

/** The target of a turn with 50 interviews at once: p95 in milliseconds. */
const targets = { turnMilliseconds: 50, memoryMegabytes: 50 };

function readRuns(): Run[] {
  const { values } = parseArgs({ options: { model: { type: 'string' } } });
  const scripted = z.literal('scripted').optional().parse(values.model) !== undefined;
  const minute = (interviews: number, think: [number, number]): Run => ({
    load: { interviews, think, seconds: 60 },
    targets,
    scripted,
    kills: 0,
  });
  return scripted ? [minute(1, [1, 3]), minute(100, [10, 30])] : [minute(50, [10, 30])];
}

function readOptions(): Run[] | null {
  try {
    return readRuns();
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof TypeError)) throw error;
    console.error(usage);
    return null;
  }
}

const runs = readOptions();
if (!runs) process.exitCode = 1;
for (const run of runs ?? []) if (!(await runLoad(run))) process.exitCode = 1;
