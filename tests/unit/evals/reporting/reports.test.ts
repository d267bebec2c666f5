import { describe, expect, it } from 'vitest';
import { decide } from '#evals/gate/decide.ts';
import { htmlReport } from '#evals/reporting/html.ts';
import { jsonReport } from '#evals/reporting/json.ts';
import { junitXml } from '#evals/reporting/junit.ts';
import { markdownSummary } from '#evals/reporting/markdown.ts';
import { plainTable } from '#evals/reporting/table.ts';
import { fair, goldCase, runOf } from '#tests/unit/evals/gate/fixture.ts';

const worse = () => {
  const run = runOf((label, at) => (at % 2 === 0 ? label + 2 : fair(label, at)));
  run.cases[4] = goldCase(4, () => 3, {
    broken: ['context: a score without a quote'],
    quotes: { context: '<script>alert("1 & 2")</script> | `code`' },
    votes: { sde1: 'hire', sde2: 'hire', senior: 'no_hire' },
  });
  return run;
};
const decision = decide(runOf(), worse());

describe('the reports of a run that got worse', () => {
  it('name the criterion, its fall and the answers in the summary', () => {
    const summary = markdownSummary(worse().header, decision);
    expect(summary).toContain('# Evals of test: Fail');
    expect(summary).toMatch(/\| Agreement on context \| 0\.\d+ \| 0\.\d+ \| −0\.\d+ \| .* \| regressed \|/);
    expect(summary).toMatch(/\*\*gold\/w4-4\*\*: context 0 → 3 \(label 0\)/);
    expect(summary).not.toContain('<script>');
  });

  it('stand alone as HTML and hold nothing that runs', () => {
    const html = htmlReport(worse(), decision);
    expect(html).not.toMatch(/<script|<link|src=|https?:\/\//);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('regressed');
    expect(html.match(/<svg/g)?.length).toBeGreaterThan(5);
  });

  it('count as JUnit: a failed test for the fall, the floor and the fault', () => {
    const xml = junitXml(worse(), decision);
    const failures = [...xml.matchAll(/<testcase classname="([^"]+)" name="([^"]+)"><failure/g)].map(
      ([, kind, name]) => `${kind} ${name}`,
    );
    expect(failures).toContain('regressions Agreement on context');
    expect(failures).toContain('gold gold/w4-4');
    expect(xml).toMatch(/<testsuite name="cases" tests="160" failures="1"/);
  });

  it('are whole as JSON', () => {
    const report = JSON.parse(jsonReport(worse().header, decision));
    expect(report).toMatchObject({ outcome: 'fail', exitCode: 1, header: { engine: 'test' } });
    expect(report.measures.find(({ id }: { id: string }) => id === 'kappa:context')).toMatchObject({
      n: 160,
      over: 'writers',
    });
  });

  it('show n and interval beside every number of the table', () => {
    const row = plainTable(decision)
      .split('\n')
      .find((line) => line.includes('Scores equal to the label'));
    expect(row).toMatch(/ 160 +[\d.]+ % +[\d.]+ to [\d.]+ /);
  });
});
