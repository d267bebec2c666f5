import { percentileInterval, resample } from '#evals/metrics/bootstrap.ts';
import type { Interval } from '#evals/metrics/intervals.ts';
import { kappaOfConfusion } from '#evals/metrics/kappa.ts';
import { overlaps } from '#lib/domain/evidence.ts';
import { levels } from '#lib/domain/level.ts';
import {
  type Criterion,
  commonCriteria,
  labelledOwnCriteria,
  ownCriteria,
  roundToScore,
} from '#lib/domain/rubric.ts';
import { verdict, verdicts } from '#lib/domain/verdict.ts';
import { modelCriteria } from '#lib/engines/embedded/answer-model.ts';
import { type criterionRoots, sentenceLikeness } from '#lib/engines/embedded/criterion-likeness.ts';
import { carriedByOwn } from '#lib/engines/embedded/generic-model.ts';
import { writerOf } from './data.ts';
import type { DomainNumbers } from './fit-domain.ts';
import { fitGeneric, type GenericCorpus, predictGeneric, type UnlabelledAnswer } from './fit-generic.ts';
import { foldCount } from './folds.ts';
import { createRandom } from './random.ts';
import { seed } from './seed.ts';

const replicates = 1000;

export interface Estimate {
  value: number;
  interval: Interval;
  n: number;
}

export interface MeasuredGeneric {
  /** Each own criterion scored by a model that knew neither the criterion nor the writer. */
  criterionOut: Record<string, Estimate>;
  /** The same without both criteria of the principle: what a principle without rated answers is like. */
  principleOut: Record<string, Estimate>;
  /** The common eight, read by the models of the other three questions. */
  common: Estimate;
  /** The vote from those scores, mean of the levels. */
  vote: Estimate;
  /** Every number in one flat record, as it stands in the weights file. */
  summary: Record<string, number>;
}

interface Pair {
  writer: string;
  gold: number;
  given: number;
}

/**
 * What the generic model is worth where it can be checked: on the criteria that do have rated answers, each left out in
 * turn. Intervals by resampling writers.
 */
export function measureGeneric(corpus: GenericCorpus, numbers: readonly DomainNumbers[]): MeasuredGeneric {
  const whole = new Map<UnlabelledAnswer, Partial<Record<Criterion, number>>>();
  const tables: Record<string, Pair[]> = {};
  const put = (name: string, answer: UnlabelledAnswer, gold: number | undefined, given: number) => {
    if (gold === undefined) return;
    tables[name] ??= [];
    tables[name].push({ writer: writerOf(answer.labelled), gold, given });
  };
  for (let fold = 0; fold < foldCount; fold += 1) {
    const seen = (answer: UnlabelledAnswer) => answer.fold !== fold;
    const held = corpus.answers.filter((answer) => !seen(answer));
    for (const left of labelledOwnCriteria) {
      const siblings = Object.values(ownCriteria).find((pair) => pair.some((each) => each === left)) ?? [];
      const without = (gone: readonly string[]) =>
        fitGeneric(
          corpus,
          labelledOwnCriteria.filter((each) => !gone.includes(each)),
          seen,
        );
      const [one, both] = [without([left]), without(siblings)];
      for (const answer of held) {
        if (!ownCriteria[answer.principle].some((each) => each === left)) continue;
        const gold = answer.labelled.gold.scores[left];
        const expected = predictGeneric(both, answer, left);
        put(`criterion:${left}`, answer, gold, roundToScore(predictGeneric(one, answer, left)));
        put(`principle:${left}`, answer, gold, roundToScore(expected));
        whole.set(answer, { ...(whole.get(answer) ?? answer.common), [left]: expected });
      }
    }
  }
  for (const [answer, expected] of whole) {
    for (const criterion of commonCriteria) {
      put(
        `common:${criterion}`,
        answer,
        answer.labelled.gold.scores[criterion],
        roundToScore(expected[criterion] ?? 0),
      );
    }
    for (const level of levels) {
      const voted = verdict(expected, answer.principle, level, numbers[answer.fold]?.verdict);
      put(
        `vote:${level}`,
        answer,
        verdicts.indexOf(answer.labelled.gold.verdict[level]),
        verdicts.indexOf(voted),
      );
    }
  }
  return summarise(tables);
}

function summarise(tables: Readonly<Record<string, readonly Pair[]>>): MeasuredGeneric {
  const writers = [...new Set(Object.values(tables).flatMap((pairs) => pairs.map(({ writer }) => writer)))];
  const names = Object.keys(tables);
  const groups = ['criterion:', 'principle:', 'common:', 'vote:'];
  const measured = (weights: ReadonlyMap<string, number>): Record<string, number> => {
    const kappas = names.map((name) => [name, kappaOf(tables[name] ?? [], weights)] as const);
    return Object.fromEntries([
      ...kappas,
      ...groups.map((group) => {
        const values = kappas.filter(([name]) => name.startsWith(group)).map(([, value]) => value);
        return [group, values.reduce((sum, value) => sum + value, 0) / values.length];
      }),
    ]);
  };
  const point = measured(new Map(writers.map((writer) => [writer, 1])));
  const drawn = resample({ clusters: writers.length, replicates, random: createRandom(seed) }, (weights) =>
    measured(new Map(writers.map((writer, at) => [writer, weights[at] ?? 0]))),
  );
  const estimate = (name: string): Estimate => ({
    value: point[name] ?? Number.NaN,
    interval: percentileInterval(drawn[name] ?? []),
    n: (tables[name] ?? []).length,
  });
  const group = (prefix: string) => ({
    ...Object.fromEntries(
      labelledOwnCriteria.map((criterion) => [criterion, estimate(`${prefix}${criterion}`)]),
    ),
    macro: estimate(prefix),
  });
  const result = {
    criterionOut: group('criterion:'),
    principleOut: group('principle:'),
    common: estimate('common:'),
    vote: estimate('vote:'),
  };
  const flat: [string, Estimate][] = [
    ...Object.entries(result.criterionOut).map(([name, each]): [string, Estimate] => [
      `criterion_out_${name}`,
      each,
    ]),
    ...Object.entries(result.principleOut).map(([name, each]): [string, Estimate] => [
      `principle_out_${name}`,
      each,
    ]),
    ['common_kappa', result.common],
    ['vote_kappa', result.vote],
  ];
  return {
    ...result,
    summary: Object.fromEntries(flat.map(([name, { value }]) => [name, Math.round(value * 10_000) / 10_000])),
  };
}

function kappaOf(pairs: readonly Pair[], weights: ReadonlyMap<string, number>): number {
  const counts = new Float64Array(16);
  for (const { writer, gold, given } of pairs) {
    const cell = gold * 4 + given;
    counts[cell] = (counts[cell] ?? 0) + (weights.get(writer) ?? 0);
  }
  return kappaOfConfusion({ classes: 4, counts });
}

/**
 * How often the best sentence overlaps the rater's quote, for the own criteria with rated answers, as the generic model
 * would choose it and as the model of the criterion does. The readings of the criterion and its sibling are left out of
 * the generic choice.
 */
export function measureGenericEvidence(
  { answers, rarity }: GenericCorpus,
  rubricRoots: (criterion: Criterion) => ReturnType<typeof criterionRoots>,
): { generic: number; own: number; n: number } {
  const hits = answers.flatMap(({ labelled, principle, read }) =>
    ownCriteria[principle].flatMap((criterion) => {
      const rater = labelled.gold.evidence?.[criterion];
      if (rater === undefined || (labelled.gold.scores[criterion] ?? 0) === 0) return [];
      const start = labelled.answer.indexOf(rater);
      const column = modelCriteria.indexOf(criterion);
      const hidden = ownCriteria[principle].map((each) => modelCriteria.indexOf(each));
      const others = read.carried.map((values) =>
        values.map((value, at) => (hidden.includes(at) ? 0 : value)),
      );
      const generic = carriedByOwn(others, sentenceLikeness(read.sentences, rubricRoots(criterion), rarity));
      const own = read.carried.map((values) => values[column] ?? 0);
      const hit = (values: readonly number[]) => {
        const best = read.sentences[values.indexOf(Math.max(...values))];
        return best && overlaps(best, { start, end: start + rater.length }) ? 1 : 0;
      };
      return [{ generic: hit(generic), own: hit(own) }];
    }),
  );
  const share = (of: 'generic' | 'own') => hits.reduce((sum, each) => sum + each[of], 0) / hits.length;
  return { generic: share('generic'), own: share('own'), n: hits.length };
}
