import { isDev, type Labelled, writerOf } from '#evals/training/data.ts';
import { rankOf } from '#evals/training/grade-unseen.ts';
import { levels } from '#lib/domain/level.ts';
import { labelledCriteria } from '#lib/domain/rubric.ts';
import type { EvalCase, Suite } from './case.ts';
import { readEvalData } from './data.ts';
import { emptyFinding, holds } from './finding.ts';
import { gradeChecked } from './grade-case.ts';
import type { Graders } from './graders.ts';
import { stratified } from './stratified.ts';

/** Answers that are read again and again. */
const answersAtMost = 30;

/** The same answer, read several times: how often the vote flips, how far scores wander. */
export const consistency: Suite = {
  id: 'consistency',
  about: 'the same answers read several times',
  cases: ({ deterministic, repeats }) =>
    stratified(readEvalData().labelled.filter(isDev), answersAtMost).map((answer) =>
      deterministic ? sameTwiceCase(answer) : repeatedCase(answer, repeats),
    ),
};

const place = (answer: Labelled) => ({
  suite: 'consistency' as const,
  group: answer.question,
  unit: answer.id,
  writer: writerOf(answer),
  text: answer.answer,
  labels: {},
});

const ask = (graders: Graders, { id, question, answer, followups }: Labelled) =>
  gradeChecked(graders.unseen(writerOf({ id })), { id, question, answer, followups });

/** For an engine that claims to be deterministic there is no rate to measure, only the claim to hold to. */
function sameTwiceCase(answer: Labelled): EvalCase {
  return {
    id: `consistency/${answer.id}`,
    ...place(answer),
    expected: 'the same grade twice',
    run: async (graders) => {
      const first = JSON.stringify((await ask(graders, answer)).grade);
      const second = JSON.stringify((await ask(graders, answer)).grade);
      return {
        ...emptyFinding(),
        broken:
          first === second
            ? []
            : ['two readings of the same answer differ, on an engine that is deterministic'],
      };
    },
  };
}

function repeatedCase(answer: Labelled, repeats: number): EvalCase {
  return {
    id: `consistency/${answer.id}`,
    ...place(answer),
    expected: `${repeats} readings that agree`,
    run: async (graders) => {
      const read = await Promise.all(Array.from({ length: repeats }, () => ask(graders, answer)));
      const grades = read.map(({ grade }) => grade);
      const finding = { ...emptyFinding(), broken: read.flatMap(({ broken }) => broken) };
      for (const level of levels) {
        const ranks = grades.map(({ verdict, flags }) => rankOf(verdict[level], flags) ?? 0);
        finding.shares[`flip:${level}`] = pairsThat(ranks, (a, b) => a !== b);
        finding.tables[`repeat:${level}`] = ranks.map((rank, at) => [at, rank]);
      }
      for (const criterion of labelledCriteria) {
        if (grades[0]?.scores[criterion] === undefined) continue;
        const scores = grades.map((grade) => grade.scores[criterion] ?? 0);
        finding.shares[`stable:${criterion}`] = pairsThat(scores, (a, b) => a === b);
        finding.shares.wander = sum(
          finding.shares.wander,
          pairsThat(scores, (a, b) => Math.abs(a - b) >= 2),
        );
        finding.tables[`repeat:${criterion}`] = scores.map((score, at) => [at, score]);
      }
      finding.shares.steady = holds(new Set(grades.map(({ verdict }) => JSON.stringify(verdict))).size === 1);
      return finding;
    },
  };
}

function pairsThat(values: readonly number[], test: (a: number, b: number) => boolean): [number, number] {
  const pairs = values.flatMap((first, at) => values.slice(at + 1).map((second) => test(first, second)));
  return [pairs.filter(Boolean).length, pairs.length];
}

const sum = (
  before: readonly [number, number] | undefined,
  more: readonly [number, number],
): [number, number] => [(before?.[0] ?? 0) + more[0], (before?.[1] ?? 0) + more[1]];
