import type { Decision } from '#evals/gate/decide.ts';
import type { Flip } from '#evals/gate/flips.ts';
import { floors } from '#evals/gate/floors.ts';
import { kappaOfConfusion } from '#evals/metrics/kappa.ts';
import { graded, type Measured } from '#evals/metrics/measure-run.ts';
import { confusions, tallyOf } from '#evals/metrics/tally.ts';
import type { RunRecord } from '#evals/runner/run-record.ts';
import { suiteIds } from '#evals/suites/finding.ts';
import { levelNames, levels } from '#lib/domain/level.ts';
import { labelledCriteria } from '#lib/domain/rubric.ts';
import { aboutLabels, outcomeNames, shownChange, shownInterval, shownValue } from './format.ts';
import { style } from './html-style.ts';
import { escapeXml as escapeHtml } from './junit.ts';
import { notApplicable } from './markdown.ts';
import { confusionPlot, intervalPlot } from './plots.ts';

/** Flips that a page can hold and a person will read. */
const flipsShown = 80;

/** The whole run as one HTML file that needs nothing else: plots are inline, there is no script and no request. */
export function htmlReport(run: RunRecord, decision: Decision): string {
  const { header } = run;
  const { outcome, reasons, common } = decision;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evals of ${escapeHtml(header.engine)}</title><style>${style}</style></head><body><main>
<p><span class="badge ${outcome}">${outcomeNames[outcome]}</span></p>
<h1>Evals of ${escapeHtml(header.engine)}</h1>
<p class="soft">${header.at.slice(0, 16).replace('T', ' ')} UTC · ${run.cases.length} cases · ${header.seconds.toFixed(0)} s${header.scope === 'smoke' ? ' · smoke run' : ''}</p>
${header.replay ? '<p><b>Replay of recorded answers: it tests the pipeline and says nothing about the model.</b></p>' : ''}
<p class="soft">${aboutLabels}</p>
${reasons.length > 0 ? `<ul class="reasons">${reasons.map((reason) => `<li>${escapeHtml(reason)}</li>`).join('')}</ul>` : '<p>Nothing got worse, as far as could be told.</p>'}
${decision.broken.some(({ known }) => known) ? `<p class="small inconclusive">${decision.broken.filter(({ known }) => known).length} faults that the baseline has too are listed at the end.</p>` : ''}
${common ? `<p class="small soft">Changed since the baseline: ${escapeHtml(common.changed.join(', ') || 'nothing the grader is made of')}.</p>` : ''}
${legend}
${promises(decision)}
${criteria(decision)}
${matrices(run)}
${suitesSection(run, decision)}
${flipsSection(decision.flips)}
${faults(decision)}
<h2>What was measured</h2>
<p class="small soft">Metrics version ${header.metrics}. ${Object.entries(header.hashes)
    .map(([name, hash]) => `${escapeHtml(name)} <code>${hash.slice(0, 8)}</code>`)
    .join(' · ')}</p>
</main></body></html>
`;
}

const legend = `<div class="legend">
<span><svg aria-hidden="true" width="60" height="14"><line class="bar" x1="4" x2="56" y1="7" y2="7"/><circle class="dot" cx="30" cy="7" r="4"/></svg>this run, with its 95 % interval</span>
<span><svg aria-hidden="true" width="16" height="14"><circle class="was" cx="8" cy="7" r="6"/></svg>the baseline</span>
<span><svg aria-hidden="true" width="8" height="14"><line class="floor" x1="4" x2="4" y1="0" y2="14"/></svg>the floor</span></div>`;

function row(each: Measured, { changes }: Decision, axis: readonly [number, number]): string {
  const { measure, value, n, interval } = each;
  const change = changes.find((other) => other.measure.id === measure.id);
  const floor = floors.find(({ id }) => id === measure.id);
  const limit = floor?.atLeast ?? floor?.atMost ?? null;
  const colour = { regressed: 'fail', inconclusive: 'inconclusive', improved: 'pass', held: 'soft' } as const;
  const moved = change
    ? `<span class="${colour[change.movement]}">${shownChange(change.after - change.before, measure)}${change.movement === 'held' ? '' : ` ${change.movement}`}</span>`
    : '';
  const plot = intervalPlot({
    value,
    interval,
    axis,
    before: change?.before ?? null,
    floor: limit,
    label: escapeHtml(measure.name),
  });
  return `<tr><td>${escapeHtml(measure.name)}</td><td class="n">${Math.round(n)}</td><td class="n">${shownValue(value, measure)}</td><td class="small soft">${shownInterval(interval, measure)}</td><td class="plot">${plot}</td><td class="small">${moved}</td></tr>`;
}

function rowsTable(rows: readonly string[], axis: readonly [string, string]): string {
  return `<div class="scroll"><table><thead><tr><th>measure</th><th class="n">n</th><th class="n">value</th><th>95 %</th><th class="ends"><span>${axis.map((end) => `<i>${end}</i>`).join('')}</span></th><th>against the baseline</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function promises(decision: Decision): string {
  const own = decision.measured.filter(({ measure }) => measure.family === 'primary');
  return `<h2>What the product promises</h2><p class="soft">A significant fall of one of these fails a run.</p>${rowsTable(
    own.map((each) => row(each, decision, [0.4, 1])),
    ['0.4', '1'],
  )}`;
}

function criteria(decision: Decision): string {
  const own = decision.measured.filter(({ measure }) => measure.family === 'criterion');
  if (own.length === 0) return '';
  const bias = decision.measured.filter(({ measure }) => measure.id.startsWith('bias:'));
  return `<h2>Each criterion</h2><p class="soft">Quadratic weighted kappa with the labels: 1 is the same as the raters, 0 what chance gives.</p>${rowsTable(
    own.map((each) => row(each, decision, [0.4, 1])),
    ['0.4', '1'],
  )}<h2>Too kind or too strict</h2><p class="soft">Mean of given minus label, by label: right of the middle the grader is kinder than its raters.</p>${rowsTable(
    bias.map((each) => row(each, decision, [-1, 1])),
    ['−1', '1'],
  )}`;
}

function matrices({ cases }: RunRecord): string {
  const tables = confusions(
    tallyOf(graded(cases), ({ unit }) => unit),
    null,
  );
  const scores = ['0', '1', '2', '3'];
  const figure = (title: string, table: string, names: readonly string[]) => {
    const found = tables.get(table);
    return found
      ? `<figure><figcaption>${title}<span>κ ${kappaOfConfusion(found).toFixed(2)}</span></figcaption>${confusionPlot(found, names, `${title}: labels by rows, grades by columns`)}</figure>`
      : '';
  };
  const figures = [
    ...levels.map((level) => figure(`Vote, ${levelNames[level]}`, `vote:${level}`, ['SNH', 'NH', 'H', 'SH'])),
    figure('Replies', 'reply', scores),
    ...labelledCriteria.map((criterion) =>
      figure(criterion.replaceAll('_', ' '), `criterion:${criterion}`, scores),
    ),
  ].filter((each) => each !== '');
  if (figures.length === 0) return '';
  return `<h2>Labels and grades</h2><p class="soft">Rows are what the raters said, columns what the grader gave; the shade is the share of the row. SNH strong no hire, NH no hire, H hire, SH strong hire.</p><div class="grid">${figures.join('')}</div>`;
}

function suitesSection(run: RunRecord, decision: Decision): string {
  return suiteIds
    .map((suite) => {
      const rows = decision.measured.filter(
        ({ measure: { suite: own, family, id } }) =>
          own === suite && family !== 'criterion' && !id.startsWith('bias:'),
      );
      if (rows.length > 0)
        return `<h2>Suite: ${suite}</h2>${rowsTable(
          rows.map((each) => row(each, decision, [0, 1])),
          ['0', '1'],
        )}`;
      return run.header.suites.includes(suite)
        ? `<h2>Suite: ${suite}</h2><p>Not applicable: ${notApplicable}</p>`
        : '';
    })
    .join('');
}

function flipsSection(flips: readonly Flip[]): string {
  if (flips.length === 0) return '';
  const shown = flips.slice(0, flipsShown).map(({ id, votes, scores }) => {
    const step = (before: unknown, after: unknown, label: unknown) =>
      `${before} <span class="arrow">→</span> ${after}${label === null ? '' : ` <span class="soft">(label ${label})</span>`}`;
    const lines = [
      ...votes.map(
        ({ level, before, after, label }) => `${levelNames[level]}: ${step(before, after, label)}`,
      ),
      ...scores.map(
        ({ criterion, before, after, label, quote }) =>
          `${criterion}: ${step(before, after, label)}${quote ? ` <q>${escapeHtml(quote)}</q>` : ''}`,
      ),
    ];
    return `<div class="flip"><b>${escapeHtml(id)}</b><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></div>`;
  });
  const rest =
    flips.length > flipsShown
      ? `<p class="soft">And ${flips.length - flipsShown} more in results.json.</p>`
      : '';
  return `<h2>Answers that flipped</h2><p class="soft">${flips.length} answers are judged otherwise than in the baseline; those furthest from their labels first.</p>${shown.slice(0, 8).join('')}${shown.length > 8 ? `<details><summary>${shown.length - 8} more</summary>${shown.slice(8).join('')}${rest}</details>` : rest}`;
}

function faults({ broken, failed }: Decision): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `<h2>${title}</h2><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
  return (
    list(
      'What must always hold, and does not',
      broken.map(
        ({ id, fault, known }) =>
          `${known ? '<span class="soft">(known)</span> ' : ''}<b>${escapeHtml(id)}</b> ${escapeHtml(fault)}`,
      ),
    ) +
    list(
      'Failed cases, which count in no number',
      failed.map(({ id, error }) => `<b>${escapeHtml(id)}</b> ${escapeHtml(error)}`),
    )
  );
}
