import { createHash } from 'node:crypto';
import {
  type Criterion,
  criterionIn,
  labelledOwnCriteria,
  type Rubric,
  type RubricCriterion,
} from '#lib/domain/rubric.ts';
import type { AnswerModel } from '#lib/engines/embedded/answer-model.ts';
import { criterionRoots } from '#lib/engines/embedded/criterion-likeness.ts';
import { encodeGenericWeights } from '#lib/engines/embedded/generic-weights.ts';
import type { Labelled } from './data.ts';
import type { FittedDomain } from './fit-domain.ts';
import { fitGeneric, readGenericCorpus } from './fit-generic.ts';
import { genericReport, withGenericSection } from './generic-report.ts';
import { measureGeneric, measureGenericEvidence } from './measure-generic.ts';
import { seed } from './seed.ts';

/**
 * Trains and measures the model of the criteria without rated answers. In: the rated answers, and for each fold the
 * models and numbers that never saw its writers. Out: the files it makes, by their path from the root.
 */
export function trainGeneric({
  labelled,
  folds,
  models,
  domain,
  rubric,
  data,
  report,
}: {
  labelled: readonly Labelled[];
  folds: readonly number[];
  models: readonly AnswerModel[];
  domain: Pick<FittedDomain, 'folds'>;
  rubric: Rubric;
  /** SHA-256 of the training data */
  data: string;
  /** the training report, which gets a section more */
  report: string;
}): [path: string, content: string][] {
  const corpus = readGenericCorpus(labelled, folds, models, rubric);
  const measured = measureGeneric(corpus, domain.folds);
  const evidence = measureGenericEvidence(corpus, (criterion: Criterion) =>
    criterionRoots(criterionIn(rubric, criterion)),
  );
  const model = fitGeneric(corpus, labelledOwnCriteria);
  const about = {
    ...{ data, seed, answers: labelled.length, rubric: rubricHash(rubric.criteria) },
    metrics: { ...measured.summary, evidence_overlap: Math.round(evidence.generic * 10_000) / 10_000 },
  };
  return [
    ['lib/engines/embedded/weights/generic.json', encodeGenericWeights(model, about)],
    ['evals/reports/embedded.md', withGenericSection(report, measured)],
    ['evals/reports/generic.md', genericReport(measured, evidence, model, about)],
  ];
}

/** Of the texts the model reads: an anchor that changes asks for a new training. */
export function rubricHash(criteria: readonly RubricCriterion[]): string {
  const texts = criteria.map((entry) => [entry.id, [...criterionRoots(entry)].sort()]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
