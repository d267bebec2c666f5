import { wilson } from '#evals/metrics/intervals.ts';
import { graded } from '#evals/metrics/measure-run.ts';
import { flipRate } from '#evals/metrics/stability.ts';
import { headerOf } from '#evals/runner/header.ts';
import type { RunRecord } from '#evals/runner/run-record.ts';
import { casesOf, runCase } from '#evals/suites/all.ts';
import type { SuiteId } from '#evals/suites/finding.ts';
import type { Grader, Graders } from '#evals/suites/graders.ts';
import { createRandom } from '#evals/training/random.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { decide, type Outcome } from './decide.ts';
import { freshReasons } from './fresh-reasons.ts';
import { createNoisyEngine, type Noise } from './noisy-engine.ts';

/** The suites in which a wavering reading shows; the interviewer's words do not waver with it. */
const suites: SuiteId[] = ['examples', 'gold', 'pairs', 'attacks'];

export interface Reruns {
  noise: Noise;
  comparisons: { outcome: Outcome; reasons: string[]; open: string[] }[];
  /** Share of answers whose SDE2 vote differs between two runs, and of scores that differ. */
  flips: { votes: number; scores: number };
  answers: number;
}

/**
 * Compares runs of one noisy grader with each other, `count` times, two fresh runs each time: nothing has changed, so
 * every failure is a false alarm. Deterministic by its seed.
 */
export async function tryReruns(
  graders: Graders,
  { noise, count, seed, say }: { noise: Noise; count: number; seed: number; say: (line: string) => void },
): Promise<Reruns> {
  const random = createRandom(seed);
  const noisy = noisyGraders(graders, noise, random);
  const cases = casesOf(noisy, suites);
  const header = headerOf(cases, {
    ...{ engine: 'noisy', scope: 'full', wavers: true, replay: false, seconds: 0, suites, at: 0 },
  });
  const run = async (): Promise<RunRecord> => {
    const records = [];
    for (const each of cases) records.push(await runCase(noisy, each));
    return { header, cases: records };
  };
  const comparisons: Reruns['comparisons'] = [];
  const votes: string[][] = [];
  const scores: string[][] = [];
  for (let at = 0; at < count; at += 1) {
    const [first, second] = [await run(), await run()];
    const decision = decide(first, second);
    const reasons = freshReasons(decision, decide(null, first));
    const outcome =
      reasons.length > 0
        ? 'fail'
        : decision.changes.some(({ movement }) => movement === 'inconclusive')
          ? 'inconclusive'
          : 'pass';
    comparisons.push({
      outcome,
      reasons,
      open: decision.changes.flatMap(({ measure, movement }) =>
        movement === 'inconclusive' ? [measure.name] : [],
      ),
    });
    for (const [index, one] of graded(first.cases).entries()) {
      const other = graded(second.cases)[index];
      if (one.suite !== 'gold' || !other) continue;
      votes.push([one.finding.votes?.sde2 ?? '', other.finding.votes?.sde2 ?? '']);
      for (const [criterion, score] of Object.entries(one.finding.scores ?? {}))
        scores.push([
          String(score),
          String(Object.entries(other.finding.scores ?? {}).find(([name]) => name === criterion)?.[1]),
        ]);
    }
    if ((at + 1) % 10 === 0) say(`${at + 1} of ${count} reruns`);
  }
  return {
    noise,
    comparisons,
    flips: { votes: flipRate(votes), scores: flipRate(scores) },
    answers: cases.length,
  };
}

function noisyGraders(graders: Graders, noise: Noise, random: () => number): Graders {
  const known = new Map<Engine, Engine>();
  const noisy = (grader: Grader): Grader => {
    const engine =
      known.get(grader.engine) ??
      createNoisyEngine(grader.engine, noise, random, new Map<string, Assessment>());
    known.set(grader.engine, engine);
    return { ...grader, engine };
  };
  const shipped = noisy(graders.shipped);
  return { ...graders, shipped, unseen: (writer) => noisy(graders.unseen(writer)) };
}

export function rerunsTable(all: readonly Reruns[], at: string): string {
  const rows = all.map(({ noise, comparisons, flips }) => {
    const n = comparisons.length;
    const count = (outcome: Outcome) => comparisons.filter((each) => each.outcome === outcome).length;
    const { low, high } = wilson(count('fail'), n);
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    return `| ${noise.scores} | ${percent(noise.replies)} | ${percent(flips.scores)} | ${percent(flips.votes)} | ${n} | ${count('fail')} (${percent(count('fail') / n)}; ${percent(low)} to ${percent(high)}) | ${count('inconclusive')} | ${count('pass')} |`;
  });
  const reasons = all.flatMap(({ comparisons }) => comparisons.flatMap((each) => each.reasons));
  return `# Does the gate cry wolf?

Written by \`npm run evals:mutants\` on ${at.slice(0, 10)}; do not edit. A grader that wanders - the embedded one with normal noise on every expected
score, and replies rated a step otherwise now and then - is run twice, and the gate compares the two runs. Nothing changed,
so every failure is a false alarm; at most 5 % are wanted. An inconclusive comparison is no failure, and no pass.

| noise on scores | on replies | scores that differ | SDE2 votes that differ | comparisons | failed (95 %) | inconclusive | passed |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

${reasons.length > 0 ? `What failed: ${reasons.join('; ')}.` : 'Nothing failed.'}

${openSection(all)}

A deterministic grader that nobody changed gives the same run, and passes: the last row of worsenings.md.
`;
}

/** What the inconclusive comparisons could not tell: where more cases, or readings by several samples, would help. */
function openSection(all: readonly Reruns[]): string {
  const names = all.flatMap(({ comparisons }) => comparisons.flatMap(({ open }) => open));
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, same]) => ({
    name,
    count: same.length,
  }));
  if (counts.length === 0) return 'Nothing was left open.';
  const listed = counts.sort((a, b) => b.count - a.count).map(({ name, count }) => `${name} (${count})`);
  return `What was left open, and how often: ${listed.join('; ')}.`;
}
