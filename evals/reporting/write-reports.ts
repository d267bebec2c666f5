import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision } from '#evals/gate/decide.ts';
import { type RunRecord, writeRun } from '#evals/runner/run-record.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitXml } from './junit.ts';
import { markdownSummary } from './markdown.ts';

/** Where a run leaves what it found; not kept in the repository. */
export const runDirectory = new URL('../reports/run/', import.meta.url).pathname;
export const runFile = 'run.jsonl';

/** Writes a run and its four reports: Markdown for a pull request, JUnit and JSON for machines, HTML to look at. */
export function writeReports(run: RunRecord, decision: Decision, directory = runDirectory): void {
  mkdirSync(directory, { recursive: true });
  writeRun(join(directory, runFile), run);
  writeFileSync(join(directory, 'summary.md'), markdownSummary(run.header, decision));
  writeFileSync(join(directory, 'results.json'), jsonReport(run.header, decision));
  writeFileSync(join(directory, 'junit.xml'), junitXml(run, decision));
  writeFileSync(join(directory, 'report.html'), htmlReport(run, decision));
}
