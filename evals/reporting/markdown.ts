import type { Decision } from '#evals/gate/decide.ts';
import type { Flip } from '#evals/gate/flips.ts';
import type { RunHeader } from '#evals/runner/run-record.ts';
import { suiteIds } from '#evals/suites/finding.ts';
import { aboutLabels, inline, outcomeNames, shownChange, shownInterval, shownValue } from './format.ts';

/** Flipped answers that a summary shows; the HTML report shows more. */
const flipsShown = 15;

/** The summary of a run for a pull request: the outcome and why, what moved and by how much, which answers flipped. */
export function markdownSummary(header: RunHeader, decision: Decision): string {
  const { outcome, reasons, measured, changes, broken, failed, common } = decision;
  const moved = changes.filter(({ movement }) => movement !== 'held');
  const known = broken.filter((each) => each.known);
  return [
    `# Evals of ${header.engine}: ${outcomeNames[outcome]}`,
    [
      header.replay
        ? '**Replay of recorded answers: tests the pipeline, says nothing about the model.**'
        : '',
      header.scope === 'smoke' ? 'A smoke run on a stratified sample.' : '',
      aboutLabels,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    reasons.length > 0
      ? reasons.map((reason) => `- ${inline(reason, 600)}`).join('\n')
      : 'Nothing got worse, as far as could be told.',
    common
      ? `Changed since the baseline: ${common.changed.join(', ') || 'nothing the grader is made of'}.${common.added.length > 0 ? ` New, compared from the next baseline on: ${common.added.join(', ')}.` : ''}`
      : '',
    moved.length > 0
      ? `## What moved\n\n| measure | before | after | change | for the better, 95 % | |\n|---|---|---|---|---|---|\n${moved
          .map(
            ({ measure, before, after, interval, movement }) =>
              `| ${measure.name} | ${shownValue(before, measure)} | ${shownValue(after, measure)} | ${shownChange(after - before, measure)} | ${shownInterval(interval, measure)} | ${movement} |`,
          )
          .join('\n')}`
      : '',
    flipsSection(decision.flips),
    broken.length > 0
      ? `## Broken invariants\n\n${broken
          .slice(0, 20)
          .map(({ id, fault, known: old }) => `- ${old ? '(known) ' : ''}${id}: ${inline(fault, 300)}`)
          .join('\n')}${broken.length > 20 ? `\n- and ${broken.length - 20} more` : ''}`
      : '',
    known.length > 0
      ? `${known.length} of these stand in the baseline already and fail nothing by themselves; they are faults all the same.`
      : '',
    failed.length > 0
      ? `## Failed cases\n\nThey have no scores and count in no number.\n\n${failed
          .slice(0, 10)
          .map(({ id, error }) => `- ${id}: ${inline(error, 300)}`)
          .join('\n')}`
      : '',
    ...suiteIds.map((suite) => {
      const rows = measured.filter(({ measure }) => measure.suite === suite);
      if (rows.length === 0)
        return header.suites.includes(suite) ? `## ${suite}\n\nNot applicable: ${notApplicable}` : '';
      return `## ${suite}\n\n| measure | n | value | 95 % |\n|---|---|---|---|\n${rows
        .map(
          ({ measure, n, value, interval, over }) =>
            `| ${measure.name} | ${Math.round(n)} | ${shownValue(value, measure)} | ${shownInterval(interval, measure)}${over === 'writers' ? '' : ' (cases)'} |`,
        )
        .join('\n')}`;
    }),
    `Intervals: bootstrap over whole writers, or Wilson over cases where so marked. ${header.at}, ${header.seconds.toFixed(0)} s, metrics version ${header.metrics}. ${Object.entries(
      header.hashes,
    )
      .map(([name, hash]) => `${name} ${hash.slice(0, 8)}`)
      .join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Said for the consistency suite of an engine that gives the same grade twice, which the suite has just checked. */
export const notApplicable =
  'the engine is deterministic, and every answer read twice was graded the same. There is no rate to measure.';

function flipsSection(flips: readonly Flip[]): string {
  if (flips.length === 0) return '';
  const votes = flips.filter((flip) => flip.votes.length > 0).length;
  const lines = flips.slice(0, flipsShown).map(({ id, votes: moved, scores }) => {
    const parts = [
      ...moved.map(
        ({ level, before, after, label }) =>
          `${level} ${before} → ${after}${label ? ` (label ${label})` : ''}`,
      ),
      ...scores.slice(0, 4).map(({ criterion, before, after, label, quote }) => {
        const said = quote ? ` “${inline(quote, 110)}”` : '';
        return `${criterion} ${before} → ${after}${label === null ? '' : ` (label ${label})`}${said}`;
      }),
    ];
    return `- **${id}**: ${parts.join('; ')}${scores.length > 4 ? `; and ${scores.length - 4} more scores` : ''}`;
  });
  return `## Answers that flipped\n\n${flips.length} answers are judged otherwise, ${votes} with another vote; those furthest from their labels first.\n\n${lines.join('\n')}`;
}
