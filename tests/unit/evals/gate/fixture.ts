import type { RunHeader, RunRecord } from '#evals/runner/run-record.ts';
import type { CaseRecord, Finding } from '#evals/suites/finding.ts';
import { createRandom } from '#evals/training/random.ts';

export const header: RunHeader = {
  format: 1,
  metrics: 1,
  engine: 'test',
  scope: 'full',
  wavers: false,
  replay: false,
  at: '2026-11-23T09:00:00.000Z',
  seconds: 1,
  suites: ['gold'],
  hashes: { rubric: 'r1', prompts: 'p1' },
  data: { 'gold/hbdc': { texts: 't1', labels: { context: 'c1', vote: 'v1' } } },
};

const emptyFinding: Finding = { shares: {}, tables: {}, broken: [], missed: [] };

/** A labelled answer with one score: given as its label, or moved by what `grade` does to it. */
export function goldCase(
  at: number,
  grade: (label: number, at: number) => number,
  change: Partial<Finding> = {},
): CaseRecord {
  const label = at % 4;
  const given = Math.min(3, Math.max(0, grade(label, at)));
  return {
    status: 'graded',
    id: `gold/w${at % 10}-${at}`,
    suite: 'gold',
    group: 'hbdc',
    unit: `w${at % 10}-${at}`,
    writer: `w${at % 10}`,
    finding: {
      ...emptyFinding,
      tables: { 'criterion:context': [[label, given]] },
      shares: { exact: [given === label ? 1 : 0, 1] },
      scores: { context: given as 0 | 1 | 2 | 3 },
      quotes: { context: `words of ${at}` },
      ...change,
    },
  };
}

/** 160 answers, of which every fourth is one off, as a fair grader would be. */
export function runOf(
  grade: (label: number, at: number) => number = fair,
  change: Partial<RunHeader> = {},
): RunRecord {
  return {
    header: { ...header, ...change },
    cases: Array.from({ length: 160 }, (_, at) => goldCase(at, grade)),
  };
}

export const fair = (label: number, at: number) => (at % 5 === 0 ? label + 1 : label);

/** A fair grader with chance errors: `share` of the answers one off, by a seed. */
export function wavering(seed: number, share: number): (label: number) => number {
  const random = createRandom(seed);
  return (label) => (random() < share ? label + (random() < 0.5 ? 1 : -1) : label);
}
