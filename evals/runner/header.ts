import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { metricsVersion } from '#evals/metrics/measures.ts';
import type { EvalCase } from '#evals/suites/case.ts';
import { hashOf } from '#evals/suites/data.ts';
import type { SuiteId } from '#evals/suites/finding.ts';
import type { RunHeader } from './run-record.ts';

const root = new URL('../../', import.meta.url).pathname;

/** What a grade is made of, as files: shown in a comparison as what changed. */
const made: Record<string, readonly string[]> = {
  rubric: ['content/rubric'],
  scenarios: ['content/scenarios'],
  wordings: ['content/wordings.yaml', 'content/interviewer.yaml'],
  prompts: ['prompts'],
  weights: ['lib/engines/embedded/weights'],
  vote: ['lib/domain/verdict-weights.ts', 'lib/domain/verdict-features.ts', 'lib/domain/verdict.ts'],
  gaps: ['lib/domain/gap-weights.ts', 'lib/domain/gap.ts'],
  'embedded engine': ['lib/engines/embedded'],
  'model engine': ['lib/engines/model'],
  domain: ['lib/domain'],
};

/** The header of a run about to be written. `at` in milliseconds since the epoch. */
export function headerOf(
  cases: readonly EvalCase[],
  about: Pick<RunHeader, 'engine' | 'scope' | 'wavers' | 'replay' | 'seconds'> & {
    suites: SuiteId[];
    at: number;
  },
): RunHeader {
  return {
    format: 1,
    metrics: metricsVersion,
    ...about,
    at: new Date(about.at).toISOString(),
    hashes: Object.fromEntries(Object.entries(made).map(([name, paths]) => [name, hashOfFiles(paths)])),
    data: fingerprints(cases),
  };
}

/** For each suite and scenario a hash of the texts, and one of each label. */
export function fingerprints(cases: readonly EvalCase[]): RunHeader['data'] {
  const groups = Map.groupBy(cases, ({ suite, group }) => `${suite}/${group}`);
  return Object.fromEntries(
    [...groups].map(([name, members]) => {
      const ordered = members.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const labels = [...new Set(ordered.flatMap((each) => Object.keys(each.labels)))];
      return [
        name,
        {
          texts: hashOf(ordered.map(({ id, text }) => [id, text])),
          labels: Object.fromEntries(
            labels.map((label) => [
              label,
              hashOf(ordered.map((each) => [each.id, each.labels[label] ?? null])),
            ]),
          ),
        },
      ];
    }),
  );
}

function hashOfFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((each) => filesUnder(join(root, each)))) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
