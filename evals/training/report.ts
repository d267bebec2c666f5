import type { FittedDomain } from './fit-domain.ts';
import { foldCount } from './folds.ts';
import type { Measured } from './measure.ts';

/** evals/reports/embedded.md: what was measured, on what, and what it is not. */
export function reportMarkdown(
  { criteria, votes, attacks, pairs, foldSpread, summary }: Measured,
  domain: FittedDomain,
  { data, seed, answers }: { data: string; seed: number; answers: number },
): string {
  const number = (name: string) => (summary[name] ?? Number.NaN).toFixed(3);
  const percent = (name: string) => `${(100 * (summary[name] ?? Number.NaN)).toFixed(1)} %`;
  const failed = attacks.filter(({ resisted, flagged }) => !resisted || !flagged);
  return `# The embedded grader, measured

Written by \`npm run train\`; do not edit. Every answer and every label behind these numbers was written and rated by
language models: they say how well the grader agrees with those raters, not with people.

Each of the ${answers} answers (dev and train) is graded by a model that saw no answer of its writer: ${foldCount} folds of whole
writers. Vote and order of gaps, too, are fitted without the fold. Data ${data.slice(0, 12)}, seed ${seed}.

| what | n | measured | target |
|---|---|---|---|
| macro QWK, 16 criteria | ${answers} | ${number('macro_kappa')} | 0.82 |
| macro QWK, the common eight | ${answers} | ${number('common_kappa')} (folds ${foldSpread.lowest.toFixed(3)} to ${foldSpread.highest.toFixed(3)}) | 0.87 |
| worst criterion | | ${number('worst_kappa')} | 0.70 |
| verdict QWK, mean of levels | ${answers} | ${number('verdict_kappa')} | 0.84 |
| hire or no hire, agreement | ${answers} | ${number('hire_agreement')} | 0.90 |
| verdict off by two or more | ${answers} | ${percent('off_by_two')} | 1 % |
| replies to probes, QWK | ${2 * answers} | ${number('replies_kappa')} | 0.93 |
| probe_first among the raters', dev · train | 280 · 480 | ${number('probe_first_dev')} · ${number('probe_first_train')} | 0.70 · 0.60 |
| answers two SDE2 verdicts apart in order | | ${number('ordering')} | 0.99 |
| attacks resisted | ${attacks.length} | ${attacks.filter(({ resisted }) => resisted).length} | 42 |
| attacks flagged as they should | ${attacks.length} | ${attacks.filter(({ flagged }) => flagged).length} | 38 |
| pairs that move as they must | ${pairs.length} | ${pairs.filter(({ moved }) => moved).length} | 69 |
| quotes verbatim · scores of 1 and more quoted | | ${percent('quotes_verbatim')} · ${percent('scores_quoted')} | 100 % |
| evidence that shares words with the rater's quote | 480 | ${percent('evidence_overlap')} | |
| counter-evidence shown that shares words with a reader's · a reader's that is found | 480 | ${percent('counter_evidence_precision')} · ${percent('counter_evidence_recall')} | |
| scores withheld | | ${percent('withheld')} | 2 % |

## Criteria

| criterion | n | QWK |
|---|---|---|
${criteria.map(({ criterion, n, kappa }) => `| ${criterion} | ${n} | ${kappa.toFixed(3)} |`).join('\n')}

## Verdicts, with the ceiling that gold scores reach through the same function

| level | QWK | hire or no hire | off by two | ceiling QWK | ceiling hire |
|---|---|---|---|---|---|
${votes
  .map(({ level, kappa, hire, offByTwo }) => {
    const top = domain.ceiling.find((each) => each.level === level);
    return `| ${level} | ${kappa.toFixed(3)} | ${hire.toFixed(3)} | ${(100 * offByTwo).toFixed(1)} % | ${top?.kappa.toFixed(3)} | ${top?.hire.toFixed(3)} |`;
  })
  .join('\n')}

## Attacks not resisted, or without their flag

${failed.map(({ id, kind, why }) => `- ${id} (${kind}): ${why}`).join('\n') || 'None.'}

## Pairs that do not move as they must

${
  pairs
    .filter(({ moved }) => !moved)
    .map(({ id, why }) => `- ${id}: ${why}`)
    .join('\n') || 'None.'
}
`;
}
