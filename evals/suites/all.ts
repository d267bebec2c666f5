import { attacks } from './attacks.ts';
import type { EvalCase, Suite } from './case.ts';
import { consistency } from './consistency.ts';
import { examples } from './examples.ts';
import type { CaseRecord, SuiteId } from './finding.ts';
import { gold } from './gold.ts';
import type { Graders } from './graders.ts';
import { interviews } from './interviews.ts';
import { pairs } from './pairs.ts';
import { probes } from './probes.ts';

export const suites: readonly Suite[] = [examples, gold, consistency, pairs, attacks, probes, interviews];

/** The cases of the suites asked for, all by default, in the order of the suites. */
export function casesOf(graders: Graders, wanted: readonly SuiteId[]): EvalCase[] {
  return suites.filter(({ id }) => wanted.includes(id)).flatMap((suite) => suite.cases(graders));
}

/** Runs one case. A fault is recorded as one, with no numbers; it counts against the run, never as a score. */
export async function runCase(graders: Graders, evalCase: EvalCase): Promise<CaseRecord> {
  const { id, suite, group, unit, writer, run } = evalCase;
  const place = { id, suite, group, unit, writer };
  try {
    return { status: 'graded', ...place, finding: await run(graders) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { status: 'failed', ...place, error: `${error.name}: ${error.message}` };
  }
}
