import { parseArgs } from 'node:util';
import { z } from 'zod';
import { benchEmbedded } from './bench/embedded.ts';
import type { Load } from './bench/interviewee.ts';
import { benchScripted } from './bench/scripted.ts';

const usage = `Usage: npm run bench -- [--interviews 50] [--think 10-30] [--seconds 60]
       npm run bench -- --model scripted [--interviews N] [--think 10-30] [--seconds 60]
Starts a production server of its own on this machine and holds that many interviews at once against it, each waiting
a think time (seconds, uniform) before every turn, for so many seconds. Prints the time from sending a turn to the
last byte of its reply. A shorter think time is a heavier load. With --model scripted a scripted model server words the
questions and grades beside them: prints the time to the first shown sentence and what is added to the bare model, with
1 interview (think time 1 to 3 s) and with 100 at once, or with as many as given.`;

function readOptions(): { scripted: boolean; loads: Load[] } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { interviews: text, think: text, seconds: text, model: text } });
  const scripted = z.literal('scripted').optional().parse(values.model) !== undefined;
  const numbers = z.tuple([z.coerce.number().min(0), z.coerce.number().max(600)]);
  const think = numbers.refine(([low, high]) => low <= high).parse((values.think ?? '10-30').split('-'));
  const seconds = z.coerce
    .number()
    .min(1)
    .max(3600)
    .parse(values.seconds ?? 60);
  const count = (value: string | number) => z.coerce.number().int().min(1).max(500).parse(value);
  if (values.interviews !== undefined || !scripted)
    return { scripted, loads: [{ interviews: count(values.interviews ?? 50), think, seconds }] };
  const alone: Load = { interviews: 1, think: values.think === undefined ? [1, 3] : think, seconds };
  return { scripted, loads: [alone, { interviews: 100, think, seconds }] };
}

try {
  const { scripted, loads } = readOptions();
  if (scripted) await benchScripted(loads);
  else for (const load of loads) await benchEmbedded(load);
} catch (error) {
  console.error(error instanceof z.ZodError || error instanceof TypeError ? usage : error);
  process.exitCode = 1;
}
