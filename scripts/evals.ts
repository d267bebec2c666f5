import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readBaseline } from '#evals/gate/baseline.ts';
import { decide } from '#evals/gate/decide.ts';
import { outcomeNames } from '#evals/reporting/format.ts';
import { plainTable } from '#evals/reporting/table.ts';
import { runDirectory, writeReports } from '#evals/reporting/write-reports.ts';
import { choiceSchema } from '#evals/runner/choice.ts';
import { type RunOptions, runEvals } from '#evals/runner/run-evals.ts';
import { suiteIds } from '#evals/suites/finding.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';

const usage = `Usage: npm run -s evals -- [--engine embedded|model] [--suite ${suiteIds.join(',')}] [--samples n] [--repeats n] [--smoke] [--direct] [--record file | --replay file] [--out directory]
  --engine model  needs MODEL; --samples readings of each answer, --repeats readings in the consistency suite
  --smoke         a stratified sample of thirty answers
  --record file   keeps the answers of the model; --replay file takes them from there, and says nothing about the model
  --direct        without promptfoo: nothing to install, nothing for its viewer`;

/** Runs the evals, writes the reports and prints one table. What the numbers mean for a change, the gate says. */
async function evals(): Promise<void> {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string', default: 'embedded' },
      suite: { type: 'string' },
      samples: { type: 'string', default: '1' },
      repeats: { type: 'string', default: '3' },
      smoke: { type: 'boolean', default: false },
      direct: { type: 'boolean', default: false },
      record: { type: 'string' },
      replay: { type: 'string' },
      out: { type: 'string', default: runDirectory },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.info(usage);
    return;
  }
  const choice = choiceSchema.safeParse({
    engine: values.engine,
    ...(values.suite ? { suites: values.suite.split(',') } : {}),
    samples: Number(values.samples),
    repeats: Number(values.repeats),
    scope: values.smoke ? 'smoke' : 'full',
  });
  if (!choice.success)
    throw new BarRaiserError('bad_request', 'An option is not one of those that there are.');
  if (choice.data.engine === 'model' && !process.env.MODEL)
    throw new BarRaiserError(
      'model_settings',
      'No model is configured: set MODEL, or use --engine embedded.',
    );
  mkdirSync(values.out, { recursive: true });
  const run = await runEvals(choice.data, {
    direct: values.direct,
    recordings: recordingsOf(values),
    directory: values.out,
    clock: Date.now,
    say: (line) => console.error(line),
  });
  const decision = decide(readBaseline(run.header), run);
  writeReports(run, decision, values.out);
  console.info(plainTable(decision));
  const failed =
    decision.failed.length > 0 ? `, ${decision.failed.length} failed and count in no number` : '';
  console.info(
    `\n${run.cases.length} cases in ${run.header.seconds.toFixed(0)} s${failed}. ${outcomeNames[decision.outcome]}: npm run evals:gate says why.`,
  );
  console.info(
    `Reports: ${relative(process.cwd(), join(values.out, 'report.html'))}, summary.md, junit.xml, results.json. Viewer: npm run evals:view.`,
  );
}

function recordingsOf({
  record,
  replay,
}: {
  record?: string | undefined;
  replay?: string | undefined;
}): RunOptions['recordings'] {
  if (record && replay) throw new BarRaiserError('bad_request', 'A run records or replays, not both.');
  if (record) return { mode: 'record', file: record };
  return replay ? { mode: 'replay', file: replay } : null;
}

try {
  await evals();
} catch (error) {
  const known = BarRaiserError.isInstance(error) || (error instanceof TypeError && 'code' in error);
  if (!known || !(error instanceof Error)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 1;
}
