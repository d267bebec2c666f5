import type { Finding, SuiteId } from './finding.ts';
import type { Graders } from './graders.ts';

/** One thing to ask of a grader. Ids are unique over all suites: `suite/...`. */
export interface EvalCase {
  id: string;
  suite: SuiteId;
  group: string;
  unit: string;
  writer: string;
  /** What a reader of the viewer sees of it. */
  text: string;
  /** What the labels say, in a line, for the viewer. */
  expected: string;
  /** Everything the case is measured against, by name: what must not change under a comparison. */
  labels: Readonly<Record<string, unknown>>;
  run: (graders: Graders) => Promise<Finding>;
}

export interface Suite {
  id: SuiteId;
  about: string;
  cases: (graders: Graders) => EvalCase[];
}
