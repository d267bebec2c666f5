import {
  type Criterion,
  commonCriteria,
  criterionIn,
  labelledPrinciples,
  ownCriteria,
  type PractisedPrinciple,
  type Rubric,
} from '#lib/domain/rubric.ts';
import type { ExpectedScores } from '#lib/domain/verdict-features.ts';
import { type AnswerModel, type ReadAnswer, readAnswer } from '#lib/engines/embedded/answer-model.ts';
import {
  criterionRoots,
  likenessOf,
  type Rarity,
  rootsOf,
  sentenceLikeness,
} from '#lib/engines/embedded/criterion-likeness.ts';
import {
  type GenericModel,
  genericFeatures,
  genericScore,
  readUnlabelled,
  type Standard,
} from '#lib/engines/embedded/generic-model.ts';
import { screen } from '#lib/engines/embedded/screening.ts';
import { type Labelled, questionPrinciples } from './data.ts';
import { type DenseRow, fitDenseRidge } from './dense-ridge.ts';
import { matchingCuts } from './fit-stack.ts';

/** By leave-one-criterion-out: 10, 30 and 100 differ by less than 0.002 in macro QWK. */
const penalty = 30;

/** A rated answer as if its principle had no rated answers: read by the models of the other three questions. */
export interface UnlabelledAnswer {
  labelled: Labelled;
  fold: number;
  principle: PractisedPrinciple;
  read: ReadAnswer;
  common: ExpectedScores;
  /** how alike it is to every own criterion in the fit */
  likeness: Partial<Record<Criterion, number>>;
}

export interface GenericCorpus {
  answers: readonly UnlabelledAnswer[];
  rarity: Rarity;
}

/** Reads every rated answer by the model that never saw its writer, and weighs the words of the rubric. */
export function readGenericCorpus(
  labelled: readonly Labelled[],
  folds: readonly number[],
  models: readonly AnswerModel[],
  rubric: Rubric,
): GenericCorpus {
  const read = labelled.map((answer, index) => {
    const fold = folds[index] ?? 0;
    const model = models[fold];
    if (!model) throw new RangeError(`There is no model of fold ${fold}.`);
    const principle = questionPrinciples[answer.question];
    const reading = readAnswer(screen(answer.answer).text, model);
    const others = labelledPrinciples.filter((each) => each !== principle);
    return {
      labelled: answer,
      fold,
      principle,
      read: reading,
      common: readUnlabelled(reading, model, others),
    };
  });
  const own = Object.values(ownCriteria).flat();
  const wanted = new Map(own.map((criterion) => [criterion, criterionRoots(criterionIn(rubric, criterion))]));
  const rarity = rarityOf(
    read.map((each) => each.read),
    new Set([...wanted.values()].flatMap((roots) => [...roots])),
  );
  return {
    rarity,
    answers: read.map((each) => ({
      ...each,
      likeness: Object.fromEntries(
        [...wanted].map(([criterion, roots]) => [
          criterion,
          likenessOf(sentenceLikeness(each.read.sentences, roots, rarity)),
        ]),
      ),
    })),
  };
}

/** Logarithm of how few answers say a root; for a root that no criterion has, the mean over all of those. No label is read. */
function rarityOf(answers: readonly ReadAnswer[], wanted: ReadonlySet<string>): Rarity {
  const said = new Map<string, number>();
  for (const { sentences } of answers) {
    const roots = rootsOf(sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
    for (const root of roots) said.set(root, (said.get(root) ?? 0) + 1);
  }
  const rare = (count: number) => digits(Math.log((answers.length + 1) / (count + 1)));
  const roots = new Map([...wanted].sort().map((root) => [root, rare(said.get(root) ?? 0)]));
  const total = [...said].reduce((sum, [, count]) => sum + count, 0);
  const unknown = [...said].reduce((sum, [, count]) => sum + count * rare(count), 0) / total;
  return { roots, unknown: digits(unknown) };
}

/**
 * The generic model: a ridge over the rows (answer, own criterion) of the criteria given, and cut points that give each
 * score as often as the raters did, from predictions that did not see their row.
 */
export function fitGeneric(
  { answers, rarity }: GenericCorpus,
  criteria: readonly Criterion[],
  keep: (answer: UnlabelledAnswer) => boolean = () => true,
): GenericModel {
  const kept = answers.filter(keep);
  const usual = usualLikeness(kept);
  const rows = kept.flatMap((answer) =>
    ownCriteria[answer.principle]
      .filter((criterion) => criteria.includes(criterion))
      .flatMap((criterion): DenseRow[] => {
        const score = answer.labelled.gold.scores[criterion];
        return score === undefined
          ? []
          : [{ features: featuresOf(answer, criterion, usual), score, weight: 1 }];
      }),
  );
  const { model, unseen } = fitRising(rows);
  const predictions = rows.map(({ score }, at) => ({ raw: unseen[at] ?? 0, score }));
  return {
    rarity,
    usual,
    weights: model.weights.map(digits),
    bias: digits(model.bias),
    cuts: matchingCuts(predictions, 3).map(digits),
  };
}

/** A ridge in which no common criterion lowers an own one: what would fall is left out, and the rest fitted again. */
function fitRising(rows: readonly DenseRow[]): ReturnType<typeof fitDenseRidge> {
  const fitted = fitDenseRidge(rows, penalty);
  const falling = commonCriteria.flatMap((_, at) => ((fitted.model.weights[at] ?? 0) < 0 ? [at] : []));
  if (falling.length === 0) return fitted;
  const without = ({ features, ...row }: DenseRow): DenseRow => ({
    ...row,
    features: features.map((feature, at) => (falling.includes(at) ? 0 : feature)),
  });
  return fitRising(rows.map(without));
}

/** The expected score, 0-3, that a generic model gives an answer on an own criterion of its question. */
export function predictGeneric(model: GenericModel, answer: UnlabelledAnswer, criterion: Criterion): number {
  return genericScore(model, featuresOf(answer, criterion, model.usual));
}

/** @throws RangeError for a criterion that the corpus was not read for: a programming error. */
function featuresOf(
  { common, likeness }: UnlabelledAnswer,
  criterion: Criterion,
  usual: GenericModel['usual'],
): number[] {
  const [alike, standard] = [likeness[criterion], usual[criterion]];
  if (alike === undefined || !standard) throw new RangeError(`The corpus was not read for ${criterion}.`);
  return genericFeatures(common, alike, standard);
}

/** For every own criterion its likeness to answers of the other principles, mean and deviation. */
function usualLikeness(answers: readonly UnlabelledAnswer[]): GenericModel['usual'] {
  const own = Object.entries(ownCriteria).flatMap(([principle, criteria]) =>
    criteria.map((criterion) => ({ principle, criterion })),
  );
  return Object.fromEntries(
    own.map(({ principle, criterion }) => {
      const alike = answers.flatMap((answer) =>
        answer.principle === principle ? [] : (answer.likeness[criterion] ?? []),
      );
      return [criterion, standardOf(alike)];
    }),
  );
}

function standardOf(values: readonly number[]): Standard {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean: digits(mean), deviation: digits(Math.sqrt(square)) || 1 };
}

/** Six significant digits: what is stored is what was measured. */
function digits(value: number): number {
  return Number(value.toPrecision(6));
}
