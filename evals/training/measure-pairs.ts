import { z } from 'zod';
import { levels } from '#lib/domain/level.ts';
import { type Criterion, criterionSchema } from '#lib/domain/rubric.ts';
import { type Labelled, readLines, writerOf } from './data.ts';
import { type Grader, gradeUnseen, rankOf, type UnseenGrade } from './grade-unseen.ts';

const names = z.array(z.union([criterionSchema, z.literal('verdict')]));
export const pairSchema = z.object({
  id: z.string(),
  base: z.string(),
  transform: z.string(),
  question: z.string(),
  answer: z.string(),
  expect: z.object({
    down: names.default([]),
    up: names.default([]),
    not_up: z.union([z.literal('all'), names]).default([]),
    not_down: z.union([z.literal('all'), names]).default([]),
    same: z.boolean().default(false),
  }),
});
export type Pair = z.infer<typeof pairSchema>;

export interface PairResult {
  id: string;
  transform: string;
  moved: boolean;
  why: string;
}

/** Whether variants of dev answers move as they must, each graded by the fold that never saw the base's writer. */
export async function measurePairs(
  labelled: readonly Labelled[],
  graderOf: (writer: string) => Grader,
): Promise<PairResult[]> {
  const pairs = readLines(new URL('../data/pairs.jsonl', import.meta.url).pathname, pairSchema);
  const results: PairResult[] = [];
  for (const pair of pairs) {
    const base = labelled.find(({ id }) => id === pair.base);
    if (!base) throw new RangeError(`pairs.jsonl: there is no answer ${pair.base}.`);
    const grader = graderOf(writerOf(base));
    const input = { id: pair.id, question: pair.question, followups: [] };
    const faults = pairFaults(
      pair.expect,
      await gradeUnseen(grader, { ...input, answer: base.answer }),
      await gradeUnseen(grader, { ...input, answer: pair.answer }),
    );
    results.push({
      id: pair.id,
      transform: pair.transform,
      moved: faults.length === 0,
      why: faults.join('; '),
    });
  }
  return results;
}

type Standing = Pick<UnseenGrade, 'scores' | 'verdict' | 'flags'>;

/** What does not move as a pair expects; empty when all does. In: the grades of the base and of the variant. */
export function pairFaults(expect: Pair['expect'], before: Standing, after: Standing): string[] {
  const criteria = criterionSchema.options.filter((criterion) => before.scores[criterion] !== undefined);
  const change = (criterion: Criterion) => (after.scores[criterion] ?? 0) - (before.scores[criterion] ?? 0);
  const votes = levels.map(
    (level) =>
      (rankOf(after.verdict[level], after.flags) ?? 0) - (rankOf(before.verdict[level], before.flags) ?? 0),
  );
  const verdictFell = votes.some((step) => step < 0) && votes.every((step) => step <= 0);
  const faults: string[] = [];
  for (const name of expect.down) {
    if (name === 'verdict') {
      if (
        !verdictFell &&
        votes.some((_, at) => (rankOf(before.verdict[levels[at] ?? 'sde1'], before.flags) ?? 0) > 0)
      )
        faults.push('verdict not down');
    } else if (change(name) >= 0 && (before.scores[name] ?? 0) > 0)
      faults.push(`${name} ${before.scores[name]} not down`);
  }
  for (const name of expect.up)
    if (name !== 'verdict' && change(name) <= 0 && (before.scores[name] ?? 0) < 3)
      faults.push(`${name} ${before.scores[name]} not up`);
  for (const criterion of criteria) {
    const step = change(criterion);
    if (covers(expect.not_up, criterion) && step > 0) faults.push(`${criterion} up`);
    if (covers(expect.not_down, criterion) && step < 0) faults.push(`${criterion} down`);
    if (expect.same && Math.abs(step) > 1) faults.push(`${criterion} moved by ${step}`);
  }
  votes.forEach((step, at) => {
    if (expect.not_up === 'all' && step > 0) faults.push(`${levels[at]} up`);
    if (expect.not_down === 'all' && step < 0) faults.push(`${levels[at]} down`);
    if (expect.same && Math.abs(step) > 1) faults.push(`${levels[at]} moved by ${step}`);
  });
  return faults;
}

const covers = (list: 'all' | readonly string[], criterion: Criterion) =>
  list === 'all' || list.includes(criterion);
