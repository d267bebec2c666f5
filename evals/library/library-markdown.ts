import { principleNames } from '#lib/domain/principle.ts';
import { commonCriteria } from '#lib/domain/rubric.ts';
import { voteNames } from '#lib/domain/verdict.ts';
import type { LibraryRow } from './grade-library.ts';

/** The table of all scenarios with the grader's reading of their examples, as Markdown. */
export function libraryMarkdown(rows: readonly LibraryRow[], engine: string): string {
  const disagreeing = rows.filter(({ disagreements }) => disagreements.length > 0);
  return `${[
    '# The library as the grader reads it',
    `Made by \`npm run library\` with the ${engine} engine. Scores are those of the ten criteria in order: ${commonCriteria.join(', ')}, then the two of the principle's own. Votes are for SDE2. A strong example should read hire or above, a weak one no hire or below, and each strong reply above the weak one. Principles marked ° have criteria without rated answers: there the grader is not checked, and a text is changed only where a bar raiser would agree that it is wrong.`,
    [
      '| scenario | principle | strong: scores | vote | weak: scores | vote | replies in order |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows.map(lineOf),
    ].join('\n'),
    '## Where they disagree',
    disagreeing.length === 0
      ? 'Nowhere.'
      : disagreeing
          .map(
            ({ scenario, unvalidated, disagreements }) =>
              `- ${scenario.id}${unvalidated ? ' °' : ''}: ${disagreements.join('; ')}`,
          )
          .join('\n'),
  ].join('\n\n')}\n`;
}

function lineOf({ scenario, unvalidated, strong, weak, ordered }: LibraryRow): string {
  const cells = [
    scenario.id,
    principleNames[scenario.principle] + (unvalidated ? ' °' : ''),
    digits(strong.scores),
    voteNames[strong.vote],
    digits(weak.scores),
    voteNames[weak.vote],
    `${ordered[0]} of ${ordered[1]}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** "3332 3333 23": the common criteria in two groups of four, then the principle's own. */
function digits(scores: LibraryRow['strong']['scores']): string {
  const all = scores.map((score) => score ?? '-').join('');
  return [all.slice(0, 4), all.slice(4, 8), all.slice(8)].join(' ');
}
