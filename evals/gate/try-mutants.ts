import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type RunRecord, readRun } from '#evals/runner/run-record.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { decide } from './decide.ts';
import { freshReasons } from './fresh-reasons.ts';
import type { MutantTree } from './mutant-tree.ts';
import { type Mutant, mutants } from './mutants.ts';

export interface TriedMutant {
  mutant: Mutant;
  outcome: string;
  caughtBy: string[];
}

/**
 * Runs all suites on each mutant and lets the gate compare it with the unchanged product. A mutant is caught when the
 * gate fails it for something that the unchanged product does not show.
 */
export function tryMutants(tree: MutantTree, say: (line: string) => void): TriedMutant[] {
  const unchanged = runIn(tree);
  const own = decide(null, unchanged);
  return mutants.map((mutant) => {
    const run = tree.withMutant(mutant, () => runIn(tree));
    const decision = decide(unchanged, run);
    const caughtBy = freshReasons(decision, own);
    say(
      `${mutant.id}: ${caughtBy.length > 0 ? 'caught' : 'NOT CAUGHT'} (${caughtBy[0] ?? decision.outcome})`,
    );
    return { mutant, outcome: decision.outcome, caughtBy };
  });
}

function runIn({ directory }: MutantTree): RunRecord {
  const out = join(directory, 'run');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/evals.ts', '--direct', '--out', out], {
    cwd: directory,
    encoding: 'utf8',
  });
  if (status !== 0) throw new BarRaiserError('internal', `The evals stopped in the copy: ${stderr}`);
  return readRun(join(out, 'run.jsonl'));
}

export function mutantsTable(tried: readonly TriedMutant[], at: string): string {
  const caught = tried.filter(({ caughtBy }) => caughtBy.length > 0).length;
  return `# Does the gate catch a worse grader?

Written by \`npm run evals:mutants\` on ${at.slice(0, 10)}; do not edit. Each row is one line of the product changed for the worse, all suites
run on it, and the gate asked to compare it with the unchanged product. Caught means: a new broken invariant, a newly
missed floor or a significant regression; floors and faults of the unchanged product count for nothing here.

**${caught} of ${tried.length} caught (${((100 * caught) / tried.length).toFixed(0)} %); at least 90 % are wanted.**

| mutant | what it does | gate | caught by |
|---|---|---|---|
${tried
  .map(
    ({ mutant, outcome, caughtBy }) =>
      `| ${mutant.id} | ${mutant.about} | ${caughtBy.length > 0 ? 'caught' : `**missed** (${outcome})`} | ${
        caughtBy.slice(0, 3).join('; ').replaceAll('|', '\\|') || '–'
      }${caughtBy.length > 3 ? `; and ${caughtBy.length - 3} more` : ''} |`,
  )
  .join('\n')}
`;
}
