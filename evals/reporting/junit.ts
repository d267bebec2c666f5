import type { Decision } from '#evals/gate/decide.ts';
import { digits } from '#evals/gate/decide.ts';
import { floors } from '#evals/gate/floors.ts';
import type { RunRecord } from '#evals/runner/run-record.ts';

/** JUnit: every check of the gate is a test, and so is every case for what must always hold. What was only missed is no failure. */
export function junitXml({ header, cases }: RunRecord, decision: Decision): string {
  const gate = [
    ...floors.flatMap(({ id }) => {
      const found = decision.measured.find(({ measure }) => measure.id === id);
      const missed = decision.floors.find(({ measured }) => measured.measure.id === id);
      return found
        ? [
            test(
              'floors',
              found.measure.name,
              missed?.fails ? `${digits(found.value)} is past the floor ${missed.floor}` : null,
              missed && !missed.fails
                ? `perhaps past the floor ${missed.floor}: ${digits(found.value)}`
                : null,
            ),
          ]
        : [];
    }),
    ...decision.changes
      .filter(({ measure }) => measure.family !== 'watched')
      .map(({ measure, before, after, movement }) =>
        test(
          'regressions',
          measure.name,
          movement === 'regressed' ? `${digits(before)} to ${digits(after)}` : null,
          movement === 'inconclusive' ? `inconclusive: ${digits(before)} to ${digits(after)}` : null,
        ),
      ),
    test(
      'comparison',
      'comparable with the baseline',
      null,
      decision.outcome === 'not_comparable' ? decision.reasons.join(' ') : null,
    ),
  ];
  const known = new Set(decision.broken.flatMap((each) => (each.known ? [`${each.id} ${each.fault}`] : [])));
  const checked = cases.map((each) => {
    if (each.status === 'failed') return test(each.suite, each.id, each.error);
    const fresh = each.finding.broken.filter((fault) => !known.has(`${each.id} ${fault}`));
    return test(each.suite, each.id, fresh.length > 0 ? fresh.join('; ') : null);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="evals of ${escapeXml(header.engine)}">
${suite('gate', gate)}
${suite('cases', checked)}
</testsuites>
`;
}

interface Test {
  xml: string;
  failed: boolean;
  skipped: boolean;
}

function test(className: string, name: string, failure: string | null, skipped: string | null = null): Test {
  const inner = failure
    ? `<failure message="${escapeXml(failure)}"/>`
    : skipped
      ? `<skipped message="${escapeXml(skipped)}"/>`
      : '';
  const xml = `    <testcase classname="${escapeXml(className)}" name="${escapeXml(name)}">${inner}</testcase>`;
  return { xml, failed: failure !== null, skipped: failure === null && skipped !== null };
}

function suite(name: string, tests: readonly Test[]): string {
  const count = (key: 'failed' | 'skipped') => tests.filter((each) => each[key]).length;
  return `  <testsuite name="${name}" tests="${tests.length}" failures="${count('failed')}" skipped="${count('skipped')}">
${tests.map(({ xml }) => xml).join('\n')}
  </testsuite>`;
}

/** Also drops control characters, which XML 1.0 cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}
