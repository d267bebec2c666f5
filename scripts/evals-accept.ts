import { existsSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { acceptBaseline, readBaseline } from '#evals/gate/baseline.ts';
import { decide } from '#evals/gate/decide.ts';
import { htmlReport } from '#evals/reporting/html.ts';
import { markdownSummary } from '#evals/reporting/markdown.ts';
import { runDirectory, runFile } from '#evals/reporting/write-reports.ts';
import { readRun } from '#evals/runner/run-record.ts';

/** Makes the last run the baseline that later runs are compared with. It takes a reason, which stands in the file. */
const { values } = parseArgs({
  options: { run: { type: 'string', default: runDirectory }, why: { type: 'string' } },
});
const path = join(values.run, runFile);
const why = values.why?.trim();
if (!why || why.length < 10) {
  console.error('Say why: npm run evals:accept -- --why "what changed, and why the new numbers are right"');
  process.exitCode = 1;
} else if (!existsSync(path)) {
  console.error('There is no run to accept: npm run evals first.');
  process.exitCode = 1;
} else {
  const run = readRun(path);
  const { outcome, reasons } = decide(readBaseline(run.header), run);
  const accepted = acceptBaseline(run, why);
  const name = basename(accepted, '.jsonl');
  const reports = new URL('../evals/reports/', import.meta.url).pathname;
  const settled = decide(readRun(accepted), run);
  writeFileSync(join(reports, `${name}-suites.md`), markdownSummary(run.header, settled));
  writeFileSync(join(reports, `${name}-suites.html`), htmlReport(run, settled));
  console.info(`Accepted as ${relative(process.cwd(), accepted)} (against the one before: ${outcome}).`);
  for (const reason of reasons) console.info(`- ${reason}`);
  console.info('Commit it with evals/reports and, for the embedded engine, evals/baseline/folds.');
}
