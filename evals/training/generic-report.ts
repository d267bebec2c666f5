import { commonCriteria, labelledOwnCriteria } from '#lib/domain/rubric.ts';
import type { GenericModel } from '#lib/engines/embedded/generic-model.ts';
import { foldCount } from './folds.ts';
import type { Estimate, MeasuredGeneric } from './measure-generic.ts';

const sectionTitle = '## Criteria without rated answers';

/** The training report with what was measured for criteria without rated answers as its last section, in place of an older one. */
export function withGenericSection(
  report: string,
  { criterionOut, principleOut, vote }: MeasuredGeneric,
): string {
  const [before = ''] = report.split(sectionTitle);
  const said = (estimate: Estimate | undefined) => (estimate ? withInterval(estimate) : '');
  return `${before.trimEnd()}

${sectionTitle}

One model for the own criteria of twelve principles, trained across the eight own criteria above; each of those scored without
itself and without the writer: macro QWK ${said(criterionOut.macro)}, without both criteria of its principle
${said(principleOut.macro)}; the vote from such scores ${said(vote)}. Criterion by criterion: generic.md.
`;
}

function withInterval({ value, interval: { low, high } }: Estimate): string {
  return `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}

/** evals/reports/generic.md: what scores without rated answers are worth, as far as that can be checked. */
export function genericReport(
  { criterionOut, principleOut, common, vote }: MeasuredGeneric,
  evidence: { generic: number; own: number; n: number },
  { weights, bias }: GenericModel,
  { data, answers, seed }: { data: string; answers: number; seed: number },
): string {
  const shown = (estimate: Estimate | undefined) => (estimate ? withInterval(estimate) : '');
  const rows = [...labelledOwnCriteria, 'macro'].map(
    (name) =>
      `| ${name} | ${criterionOut[name]?.n || ''} | ${shown(criterionOut[name])} | ${shown(principleOut[name])} |`,
  );
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  const names = [...commonCriteria, 'likeness', 'likeness x told'];
  return `# Scores without rated answers, measured where they can be

Written by \`npm run train\`; do not edit. Twelve of the sixteen principles have no rated answers: their own two criteria are
scored by one model for all, trained across the eight own criteria that have ratings. What it says of the twelve **is not
checked against any rating** and is marked as such wherever it is shown. What can be checked: take a criterion that has
ratings, train without it, score it, compare. Every answer and label was written by language models.

${answers} answers; each is scored by models that saw no answer of its writer (${foldCount} folds of whole writers). In brackets the
middle 95 % over 1000 resamples of the writers. Data ${data.slice(0, 12)}, seed ${seed}.

| criterion left out | n | QWK without the criterion | QWK without both criteria of its principle |
|---|---|---|---|
${rows.join('\n')}

| also | n | QWK |
|---|---|---|
| the common eight, read by the models of the other three questions only, macro | ${answers} | ${shown(common)} |
| the vote from those and from own criteria scored without their principle, mean of levels | ${answers} | ${shown(vote)} |

The models of the common eight were trained with the answers to all four questions, those of the question in hand among
them (by other writers): for a question of another kind the figure may be lower. The vote is fitted on the lower and the
higher of a principle's own two criteria, whichever they are, so that one without ratings votes by the mean weight of
those with; the order of gaps takes the mean over the eight. The gate (no story, unknown language) is left out here.

Evidence: the best sentence shares words with the rater's quote in ${percent(evidence.generic)} of ${evidence.n} scores, against ${percent(evidence.own)} where the
criterion has a model of its own. The quotes of an unchecked criterion are words of the candidate, but often not the best ones.

## What it is

A ridge over what the common criteria say and how much the answer speaks of what the criterion's anchors speak of (the mean
over its sentences of the cosine with the roots of the rubric's words, rare ones counting more; in deviations from what is
usual for the criterion; and that times the mean of the common eight). A common criterion may not lower an own one. What
it knows is how well the story is told: the likeness adds nothing that these numbers could show.

| input | weight |
|---|---|
${names.map((name, at) => `| ${name} | ${(weights[at] ?? 0).toFixed(3)} |`).join('\n')}
| bias | ${bias.toFixed(3)} |

Tried and left out, QWK without the criterion, macro (in a first search with other word roots; differences are within the
interval): the common eight alone 0.704; the likeness of the three best sentences beside the mean 0.713; likeness by word
vectors from co-occurrence in the answers (60 dimensions, 200 kB) 0.722; the scores of other principles' own criteria
0.701; a kernel machine 0.709; words of the answer 0.707.
`;
}
