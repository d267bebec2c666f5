import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MutantTree } from './mutant-tree.ts';
import { type Mutant, worsenings } from './mutants.ts';

export interface Worsening {
  mutant: Mutant;
  exitCode: number | null;
  summary: string;
}

/** Runs the script of the pipeline on each change, as a pull request with it would. */
export function tryWorsenings(tree: MutantTree, say: (line: string) => void): Worsening[] {
  return worsenings.map((mutant) => {
    const { status } = tree.withMutant(mutant, () =>
      spawnSync(process.execPath, ['scripts/evals-ci.ts'], {
        cwd: tree.directory,
        stdio: ['ignore', 'ignore', 2],
      }),
    );
    say(`${mutant.id}: exit ${status}`);
    const summary = readFileSync(join(tree.directory, 'evals/reports/run/summary.md'), 'utf8');
    return { mutant, exitCode: status, summary };
  });
}

/** The part of a summary that a person reads first: outcome, reasons, what moved, what flipped. */
function firstPart(summary: string): string {
  const cut = summary.search(/^## (?:examples|gold|Broken invariants)$/mu);
  return (cut < 0 ? summary : summary.slice(0, cut)).trim().replace(/^#/gmu, '###');
}

export function worseningsReport(tried: readonly Worsening[], at: string): string {
  return `# Pull requests that make the grader worse on purpose

Written by \`npm run evals:mutants\` on ${at.slice(0, 10)}; do not edit. Each change was made in a copy and put through
scripts/evals-ci.ts, the script of the pipeline. Exit code 0 is green, 1 red, 2 neither.

| change | what it does | exit code |
|---|---|---|
${tried.map(({ mutant, exitCode }) => `| ${mutant.id} | ${mutant.about} | ${exitCode} |`).join('\n')}

${tried.map(({ mutant, summary }) => `## ${mutant.id}\n\n${firstPart(summary)}`).join('\n\n')}
`;
}
