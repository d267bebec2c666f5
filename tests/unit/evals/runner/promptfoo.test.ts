import { describe, expect, it } from 'vitest';
import { recordsOf } from '#evals/runner/promptfoo.ts';
import { emptyFinding } from '#evals/suites/finding.ts';

const record = (id: string) => ({
  status: 'graded',
  ...{ id, suite: 'examples', group: 'a', unit: id, writer: 'a' },
  finding: emptyFinding(),
});
const output = (...results: object[]) => ({ results: { results } });

describe('recordsOf', () => {
  it('finds a case whose name the runner blacked out, in the order of the cases', () => {
    const blackedOut = {
      vars: { case: '[REDACTED]' },
      response: { output: record('examples/long-id/strong') },
    };
    const plain = { vars: { case: 'b' }, response: { output: record('b') } };
    const found = recordsOf(output(plain, blackedOut), ['examples/long-id/strong', 'b']);
    expect(found.map(({ id }) => id)).toEqual(['examples/long-id/strong', 'b']);
  });

  it('says which case is lost, and why', () => {
    const broken = { error: 'out of memory', response: null };
    expect(() => recordsOf(output(broken, { response: { output: record('b') } }), ['a', 'b'])).toThrow(
      'The eval runner lost a: out of memory.',
    );
  });
});
