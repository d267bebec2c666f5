import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Run, runLoad } from './load/run.ts';

const usage = `Usage: npm run load -- [--interviews 500] [--think 10-30] [--minutes 10] [--model scripted]
       npm run load -- --url http://localhost:3000 [--database file:./data/bar-raiser.db]
       npm run load -- --kills 200 [--interviews 20] [--think 0-2]
Holds that many interviews at once, each by an owner of its own, from the first answer to the debrief and then a new
one, waiting a think time (seconds, uniform) before every turn. Checks every reply, prints latencies, throughput, memory
and errors, then reads the database for lost or doubled turns. Starts a production server of its own over a temporary
folder, without limits; or plays against --url. With --model scripted a scripted model server words the questions and
grades beside them. With --kills its server is killed at random moments and started again. Ends with 1 when anything
went wrong.`;

const number = (least: number, most: number) => z.coerce.number().min(least).max(most);
const thinkSchema = z
  .string()
  .transform((text): unknown => text.split('-'))
  .pipe(z.tuple([number(0, 600), number(0, 600)]))
  .refine(([low, high]) => low <= high);

const optionsSchema = z
  .object({
    interviews: number(1, 2000).int().optional(),
    think: thinkSchema.optional(),
    minutes: number(0.1, 600).default(10),
    model: z.literal('scripted').optional(),
    url: z.url().optional(),
    database: z.string().optional(),
    kills: number(0, 10_000).int().default(0),
  })
  .refine(({ url, kills, model }) => !url || (!kills && !model));

function readRun(): Run | null {
  try {
    return runOf(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof TypeError)) throw error;
    console.error(usage);
    return null;
  }
}

function runOf(args: string[]): Run {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      interviews: text,
      think: text,
      minutes: text,
      model: text,
      url: text,
      database: text,
      kills: text,
    },
  });
  const { interviews, think, minutes, model, url, database, kills } = optionsSchema.parse(values);
  return {
    load: {
      interviews: interviews ?? (kills ? 20 : 500),
      think: think ?? (kills ? [0, 2] : [10, 30]),
      seconds: minutes * 60,
    },
    targets: { turnMilliseconds: 250, memoryMegabytes: 50 },
    scripted: model !== undefined,
    url: url?.replace(/\/$/u, ''),
    database,
    kills,
  };
}

const run = readRun();
if (!run || !(await runLoad(run))) process.exitCode = 1;
