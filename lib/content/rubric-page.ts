import { principleNames } from '#lib/domain/principle.ts';
import {
  type Criterion,
  commonCriteria,
  criterionIn,
  ownCriteria,
  practisedPrincipleSchema,
  type Rubric,
} from '#lib/domain/rubric.ts';
import { sectionNames } from '#lib/domain/section.ts';
import { unvalidatedCriteria } from '#lib/domain/unvalidated.ts';

/** The rubric as a page to read, content/rubric/README.md: what each criterion looks for, and what its scores look like. */
export function rubricPage(rubric: Rubric): string {
  const row = (criterion: Criterion) => {
    const { name, section, looks_for, anchors } = criterionIn(rubric, criterion);
    const cells = [
      `\`${criterion}\``,
      name,
      sectionNames[section],
      looks_for,
      anchors[0],
      anchors[1],
      anchors[2],
      anchors[3],
    ];
    return `| ${cells.map((cell) => cell.replace(/\s+/gu, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  };
  const table = (criteria: readonly Criterion[]) =>
    [
      '| id | name | section | looks for | 0 | 1 | 2 | 3 |',
      '|---|---|---|---|---|---|---|---|',
      ...criteria.map(row),
    ].join('\n');
  const own = practisedPrincipleSchema.options.map((principle) => {
    const note =
      unvalidatedCriteria(principle).length > 0
        ? 'Not yet checked against rated answers.'
        : 'With rated answers (evals/data/RUBRIC.md, the text the raters had).';
    return `### ${principleNames[principle]}\n\n${note}\n\n${table(ownCriteria[principle])}`;
  });
  return `# The rubric

Made from the YAML beside it (\`npx vitest run --project unit rubric-page -u\`); do not edit. Each answer is scored 0 to 3 on
ten criteria: the eight of every question and the two of the principle's own.

## Every question

${table(commonCriteria)}

## The two of each principle's own

${own.join('\n\n')}
`;
}
