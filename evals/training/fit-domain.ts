import { gapOrder } from '#lib/domain/gap.ts';
import type { GapWeights } from '#lib/domain/gap-weights.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import { verdict, verdicts } from '#lib/domain/verdict.ts';
import { type ExpectedScores, verdictTerms } from '#lib/domain/verdict-features.ts';
import type { VerdictWeights } from '#lib/domain/verdict-weights.ts';
import { type Labelled, questionPrinciples } from './data.ts';
import { gapWeightsSource, verdictWeightsSource } from './domain-weights.ts';
import { fitGap } from './gap-fit.ts';
import { quadraticKappa } from './kappa.ts';
import { fitVerdict, matchThresholds } from './verdict-fit.ts';

export interface DomainNumbers {
  verdict: VerdictWeights;
  gap: GapWeights;
}

export interface FittedDomain {
  all: DomainNumbers;
  /** One a fold, fitted without its writers. */
  folds: DomainNumbers[];
  /** The same functions on gold scores, cross-validated: the ceiling for any grader that votes by them. */
  ceiling: { level: Level; kappa: number; accuracy: number; hire: number }[];
  verdictSource: string;
  gapSource: string;
}

/** What a grader says of answers that it did not see, by id. */
export type UnseenReadings = ReadonlyMap<string, ExpectedScores>;

/**
 * Fits the vote and the order of gaps to the gold labels: scores in, verdicts and probe_first out. The vote's boundaries
 * are matched on the readings of the grader that votes: of all, and of each fold's own.
 */
export function fitDomain(
  labelled: readonly Labelled[],
  folds: readonly number[],
  unseenBy: { all: UnseenReadings; folds: readonly UnseenReadings[] },
): FittedDomain {
  const all = numbersOf(labelled, unseenBy.all);
  const perFold = unseenBy.folds.map((readings, fold) =>
    numbersOf(
      labelled.filter((_, index) => folds[index] !== fold),
      readings,
    ),
  );
  const unseen = labelled.map((answer, index) => ({ answer, numbers: perFold[folds[index] ?? 0] ?? all }));
  const ceiling = levels.map((level) => {
    const gold = labelled.map(({ gold: { verdict: given } }) => verdicts.indexOf(given[level]));
    const voted = unseen.map(({ answer, numbers }) =>
      verdicts.indexOf(
        verdict(answer.gold.scores, questionPrinciples[answer.question], level, numbers.verdict),
      ),
    );
    const share = (agree: (a: number, b: number) => boolean) =>
      voted.filter((each, at) => agree(each, gold[at] ?? 0)).length / voted.length;
    return {
      level,
      kappa: quadraticKappa(voted, gold, 4),
      accuracy: share((a, b) => a === b),
      hire: share((a, b) => a >= 2 === b >= 2),
    };
  });
  const asked = unseen.filter(({ answer, numbers }) =>
    answer.gold.probe_first.some(
      (chosen) =>
        chosen === gapOrder(answer.gold.scores, questionPrinciples[answer.question], 'sde2', numbers.gap)[0],
    ),
  );
  const n = labelled.length;
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
  return {
    all,
    folds: perFold,
    ceiling,
    verdictSource: verdictWeightsSource(
      all.verdict,
      `Fitted to the gold scores and gold verdicts of evals/data (dev and train, n = ${n}; written and rated by language\nmodels), its boundaries matched on the embedded grader's readings. Cross-validated by writer on gold scores: ${ceiling
        .map(({ level, kappa, accuracy }) => `${level} QWK ${kappa.toFixed(2)}, exact ${percent(accuracy)}`)
        .join('; ')}.`,
    ),
    gapSource: gapWeightsSource(
      all.gap,
      `Fitted to the raters' probe_first, given the gold scores of evals/data (dev and train, n = ${n}). Cross-validated by\nwriter, the first of the order is among the raters' choices in ${percent(asked.length / n)}.`,
    ),
  };
}

function numbersOf(labelled: readonly Labelled[], readings: UnseenReadings): DomainNumbers {
  const answers = labelled.map(({ id, question, gold }) => ({
    gold,
    principle: questionPrinciples[question],
    expected: readings.get(id) ?? {},
    verdicts: {
      sde1: verdicts.indexOf(gold.verdict.sde1),
      sde2: verdicts.indexOf(gold.verdict.sde2),
      senior: verdicts.indexOf(gold.verdict.senior),
    },
  }));
  const fitted = fitVerdict(
    answers.map(({ gold, principle, verdicts }) => ({
      terms: verdictTerms(gold.scores, principle),
      verdicts,
    })),
  );
  return {
    verdict: matchThresholds(fitted, answers),
    gap: fitGap(labelled.map(({ gold }) => ({ scores: gold.scores, chosen: gold.probe_first }))),
  };
}
