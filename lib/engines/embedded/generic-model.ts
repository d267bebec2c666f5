import {
  type Criterion,
  commonCriteria,
  criteriaOf,
  criterionIn,
  isLabelled,
  labelledOwnCriteria,
  labelledPrinciples,
  ownCriteria,
  type PractisedPrinciple,
  type Rubric,
} from '#lib/domain/rubric.ts';
import type { ExpectedScores } from '#lib/domain/verdict-features.ts';
import { type AnswerModel, expectedScores, modelCriteria, type ReadAnswer } from './answer-model.ts';
import { type CutPoints, calibrate } from './calibration.ts';
import { criterionRoots, likenessOf, type Rarity, sentenceLikeness } from './criterion-likeness.ts';

/** Mean and deviation of a value over the training answers. */
export interface Standard {
  mean: number;
  deviation: number;
}

/**
 * Scores an own criterion that has no rated answers: one ridge for all of them, trained across the eight that have.
 * Reads the common criteria and how much the answer speaks of what the criterion's anchors speak of.
 */
export interface GenericModel {
  rarity: Rarity;
  /** how alike answers of other principles are to each criterion: what counts as much or little */
  usual: Partial<Record<Criterion, Standard>>;
  weights: readonly number[];
  bias: number;
  cuts: CutPoints;
}

export interface ScoredStory {
  expected: ExpectedScores;
  /** How much each sentence carries a criterion. */
  carried: (criterion: Criterion) => number[];
  /** How much each sentence speaks against a criterion; 0 for one without rated answers. */
  against: (criterion: Criterion) => number[];
}

/** Whether the ten criteria of a principle all have rated answers. */
export function isLabelledPrinciple(principle: PractisedPrinciple): boolean {
  return labelledPrinciples.some((labelled) => labelled === principle);
}

/**
 * Expected scores, 0-3, of the ten criteria of any principle, and the sentences that carry them and speak against them: by the models of its
 * own where its answers were rated, otherwise the common eight as `readUnlabelled` does and the own two by the generic
 * model.
 */
export function scoreStory(
  read: ReadAnswer,
  principle: PractisedPrinciple,
  models: { model: AnswerModel; generic: GenericModel },
  rubric: Rubric,
): ScoredStory {
  const { model, generic } = models;
  const column = (readings: readonly Float64Array[], criterion: Criterion) =>
    readings.map((values) => values[modelCriteria.indexOf(criterion)] ?? 0);
  const carried = (criterion: Criterion) => column(read.carried, criterion);
  const against = (criterion: Criterion) => column(read.against, criterion);
  if (isLabelledPrinciple(principle))
    return { expected: expectedScores(read.summary, model, criteriaOf(principle)), carried, against };
  const common = readUnlabelled(read, model);
  const alike = new Map(
    ownCriteria[principle].map((criterion): [Criterion, number[]] => [
      criterion,
      sentenceLikeness(read.sentences, criterionRoots(criterionIn(rubric, criterion)), generic.rarity),
    ]),
  );
  const own = [...alike].map(([criterion, values]) => {
    // One that training did not know counts as usual.
    const usual = generic.usual[criterion] ?? { mean: likenessOf(values), deviation: 1 };
    return [criterion, genericScore(generic, genericFeatures(common, likenessOf(values), usual))];
  });
  return {
    expected: { ...common, ...Object.fromEntries(own) },
    carried: (criterion) =>
      isLabelled(criterion) ? carried(criterion) : carriedByOwn(read.carried, alike.get(criterion) ?? []),
    against,
  };
}

/**
 * The common eight of an answer to a question without rated answers: the mean of what the models say of it as an answer
 * to each of the rated questions, whose own two criteria the third layer also looks at. Measured on rated answers read
 * by the three other questions alone: evals/reports/generic.md.
 */
export function readUnlabelled(
  { summary }: Pick<ReadAnswer, 'summary'>,
  model: AnswerModel,
  as: readonly PractisedPrinciple[] = labelledPrinciples,
): ExpectedScores {
  const each = as.map((principle) => expectedScores(summary, model, criteriaOf(principle)));
  return Object.fromEntries(
    commonCriteria.map((criterion) => [
      criterion,
      each.reduce((sum, expected) => sum + (expected[criterion] ?? 0), 0) / each.length,
    ]),
  );
}

/**
 * The common eight, how much the answer speaks of the criterion (in deviations from what is usual), and that as far as
 * the story is well told. Absent scores count 0.
 */
export function genericFeatures(
  common: ExpectedScores,
  likeness: number,
  { mean, deviation }: Standard,
): number[] {
  const values = commonCriteria.map((criterion) => common[criterion] ?? 0);
  const told = values.reduce((sum, value) => sum + value, 0) / values.length;
  const alike = (likeness - mean) / deviation;
  return [...values, alike, alike * told];
}

/** The expected score, 0-3, from the features of an answer and a criterion. */
export function genericScore({ weights, bias, cuts }: GenericModel, features: readonly number[]): number {
  const raw = features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), bias);
  return calibrate(raw, cuts);
}

/** The most that any rated own criterion makes of a sentence. */
export function ownReading(values: Float64Array): number {
  return Math.max(
    0,
    ...labelledOwnCriteria.map((criterion) => values[modelCriteria.indexOf(criterion)] ?? 0),
  );
}

/** What a sentence carries of a criterion without rated answers: what own criteria make of it, half of it only as far as it is alike. */
export function carriedByOwn(sentences: readonly Float64Array[], alike: readonly number[]): number[] {
  const most = Math.max(...alike, 0);
  return sentences.map((values, at) => {
    const share = most === 0 ? 0 : (alike[at] ?? 0) / most;
    return ownReading(values) * (0.5 + 0.5 * share);
  });
}
