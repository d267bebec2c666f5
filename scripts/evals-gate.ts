import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBaseline } from '#evals/gate/baseline.ts';
import { decide, exitCodes } from '#evals/gate/decide.ts';
import { outcomeNames } from '#evals/reporting/format.ts';
import { runDirectory, runFile, writeReports } from '#evals/reporting/write-reports.ts';
import { readRun } from '#evals/runner/run-record.ts';

/** Compares the last run with the baseline. Exit code 0: nothing got worse; 1: it did; 2: it cannot be told. */
const { values } = parseArgs({ options: { run: { type: 'string', default: runDirectory } } });
const path = join(values.run, runFile);
if (existsSync(path)) {
  const run = readRun(path);
  const decision = decide(readBaseline(run.header), run);
  writeReports(run, decision, values.run);
  console.info(`${outcomeNames[decision.outcome]} (${run.header.engine}, ${run.header.at})`);
  for (const reason of decision.reasons) console.info(`- ${reason}`);
  if (process.env.GITHUB_STEP_SUMMARY)
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, readFileSync(join(values.run, 'summary.md')));
  process.exitCode = exitCodes[decision.outcome];
} else {
  console.error('There is no run to compare: npm run evals first.');
  process.exitCode = 2;
}
