import type { RunHeader } from '#evals/runner/run-record.ts';

export interface Common {
  /** suite/scenario groups that both runs asked, with the same texts and labels */
  groups: ReadonlySet<string>;
  /** groups and labels that only the new run has: compared from the next baseline on */
  added: string[];
  /** labels of a group that only the new run has: their tables are left out */
  addedLabels: ReadonlySet<string>;
  /** what the grader was made of, where it differs: shown, never a reason not to compare */
  changed: string[];
}

export type Comparison = { comparable: true; common: Common } | { comparable: false; reasons: string[] };

/**
 * Whether two runs measured the same thing: the same engine, the same meaning of the numbers, the same suites, and for
 * every suite and scenario of the baseline the same texts and labels. New scenarios and criteria are left out, not
 * refused. In: the headers. Out: the common part, or every reason why there is none.
 */
export function compareHeaders(before: RunHeader, after: RunHeader): Comparison {
  const reasons: string[] = [];
  const same = (what: string, one: string, other: string) => {
    if (one !== other) reasons.push(`${what}: the baseline has ${one}, the run ${other}`);
  };
  same('engine', before.engine, after.engine);
  same('scope', before.scope, after.scope);
  same('replay', String(before.replay), String(after.replay));
  same('version of the metrics', String(before.metrics), String(after.metrics));
  for (const suite of before.suites)
    if (!after.suites.includes(suite)) reasons.push(`suite ${suite} was not run`);
  const addedLabels = new Set<string>();
  for (const [group, known] of Object.entries(before.data)) {
    const now = after.data[group];
    if (!now) {
      reasons.push(`${group}: its cases are gone`);
      continue;
    }
    if (now.texts !== known.texts) reasons.push(`${group}: other texts`);
    for (const [label, hash] of Object.entries(known.labels))
      if (now.labels[label] !== hash) reasons.push(`${group}: other labels for ${label}`);
    for (const label of Object.keys(now.labels)) if (!(label in known.labels)) addedLabels.add(label);
  }
  if (reasons.length > 0) return { comparable: false, reasons };
  const added = Object.keys(after.data).filter((group) => !(group in before.data));
  return {
    comparable: true,
    common: {
      groups: new Set(Object.keys(before.data)),
      added: [...added, ...[...addedLabels].map((label) => `criterion ${label}`)],
      addedLabels,
      changed: [...new Set([...Object.keys(before.hashes), ...Object.keys(after.hashes)])].filter(
        (name) => before.hashes[name] !== after.hashes[name],
      ),
    },
  };
}
