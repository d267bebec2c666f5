import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMutantTree } from '#evals/gate/mutant-tree.ts';
import { mutantsTable, tryMutants } from '#evals/gate/try-mutants.ts';
import { rerunsTable, tryReruns } from '#evals/gate/try-reruns.ts';
import { tryWorsenings, worseningsReport } from '#evals/gate/try-worsenings.ts';
import { createGraders } from '#evals/suites/graders.ts';

/** Tests the gate itself: mutants it must catch, unchanged reruns it must let pass, worsenings through the pipeline. */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'mutants,reruns,worsenings' },
    reruns: { type: 'string', default: '100' },
  },
});
const wanted = values.only.split(',');
const say = (line: string) => console.error(line);
const at = new Date().toISOString();
const report = (name: string, text: string) => {
  writeFileSync(join(import.meta.dirname, '../evals/reports', name), text);
  console.info(text);
};

if (wanted.includes('reruns')) {
  const graders = createGraders({ engine: 'embedded' });
  const noises = [
    { scores: 0.2, replies: 0.02 },
    { scores: 0.4, replies: 0.05 },
  ];
  const reruns = [];
  for (const [index, noise] of noises.entries())
    reruns.push(
      await tryReruns(graders, { noise, count: Number(values.reruns), seed: 20261123 + index, say }),
    );
  report('reruns.md', rerunsTable(reruns, at));
}
if (wanted.includes('mutants') || wanted.includes('worsenings')) {
  const tree = createMutantTree();
  try {
    if (wanted.includes('mutants')) report('mutants.md', mutantsTable(tryMutants(tree, say), at));
    if (wanted.includes('worsenings'))
      report('worsenings.md', worseningsReport(tryWorsenings(tree, say), at));
  } finally {
    tree.remove();
  }
}
