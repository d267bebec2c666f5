import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadLibrary } from '#lib/content/library.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { selectEngine } from '#lib/engines/select.ts';
import { gradeLines } from '#lib/services/grade-answers.ts';
import { readModelSetup } from '#lib/services/model-setup.ts';

const usage = `Usage: npm run -s grade -- [--engine embedded|model] [--samples n] [--explain] < answers.jsonl > grades.jsonl
One JSON line in, one out, in order: {"id","question","answer","followups":[{"probe","reply"}]}
--explain adds what was found for each score, the words it rests on and those that speak against it, and what the next score up would need.`;

/** Reads the options; a wrong one is told with the usage. */
function readOptions(): { engine: 'embedded' | 'model'; samples: number | undefined; explain: boolean } {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', default: 'embedded' },
      samples: { type: 'string' },
      explain: { type: 'boolean', default: false },
    },
  });
  const samples = values.samples === undefined ? undefined : Number(values.samples);
  if (values.engine !== 'embedded' && values.engine !== 'model')
    throw new BarRaiserError('bad_request', `--engine is embedded or model, not "${values.engine}".`);
  if (samples !== undefined && !(Number.isInteger(samples) && samples >= 1 && samples <= 9))
    throw new BarRaiserError(
      'bad_request',
      `--samples is a whole number from 1 to 9, not "${values.samples}".`,
    );
  return { engine: values.engine, samples, explain: values.explain };
}

async function grade(): Promise<void> {
  const { engine, samples, explain } = readOptions();
  const model = engine === 'model' ? readModelSetup(process.env).model : null;
  if (engine === 'model' && model === null)
    throw new BarRaiserError(
      'engine_failed',
      'No model is configured: set MODEL, or grade with --engine embedded.',
    );
  // The embedded engine is deterministic: more samples would all be the same. A model's are GRADER_SAMPLES by default.
  const context = {
    engine: selectEngine(model === null ? {} : { model, samples }),
    library: loadLibrary(),
    explain,
  };
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const result of gradeLines({ context, lines })) {
    if (!process.stdout.write(`${JSON.stringify(result)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

try {
  await grade();
} catch (error) {
  const known = BarRaiserError.isInstance(error)
    ? error.message
    : error instanceof TypeError
      ? error.message
      : null;
  if (known === null) throw error;
  console.error(`${known}\n${usage}`);
  process.exitCode = 1;
}
