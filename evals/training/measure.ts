import { mean } from '#evals/metrics/mean.ts';
import type { Library } from '#lib/content/library.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import { type Criterion, commonCriteria, labelledCriteria } from '#lib/domain/rubric.ts';
import { verdicts } from '#lib/domain/verdict.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';
import type { EmbeddedModel } from '#lib/engines/embedded/weights.ts';
import { isDev, type Labelled, writerOf } from './data.ts';
import type { FittedDomain } from './fit-domain.ts';
import { type Grader, gradeUnseen, rankOf, type Unseen } from './grade-unseen.ts';
import { quadraticKappa } from './kappa.ts';
import { type AttackResult, measureAttacks } from './measure-attacks.ts';
import { counterEvidenceAgreement, evidenceOverlap } from './measure-evidence.ts';
import { measurePairs, type PairResult } from './measure-pairs.ts';

export interface Measured {
  criteria: { criterion: Criterion; kappa: number; n: number }[];
  /** Macro kappa of the common eight in each fold: how much it depends on who wrote the answers. */
  foldSpread: { lowest: number; highest: number };
  votes: { level: Level; kappa: number; hire: number; offByTwo: number }[];
  attacks: AttackResult[];
  pairs: PairResult[];
  /** Every number in one flat record, as it stands in the weights file. */
  summary: Record<string, number>;
}

/** Everything evals/reports/embedded.md says, each answer graded by a model that never saw its writer. */
export async function measure({
  labelled,
  folds,
  library,
  domain,
  models,
  model,
}: {
  labelled: readonly Labelled[];
  folds: readonly number[];
  library: Library;
  domain: FittedDomain;
  /** one a fold */
  models: readonly EmbeddedModel[];
  /** of all answers; for attacks, which nobody trains on */
  model: EmbeddedModel;
}): Promise<Measured> {
  const graders = models.map(
    (each, fold): Grader => ({
      engine: createEmbeddedEngine(each),
      library,
      numbers: domain.folds[fold] ?? domain.all,
    }),
  );
  const graderOf = (fold: number) => {
    const grader = graders[fold];
    if (!grader) throw new RangeError(`There is no fold ${fold}.`);
    return grader;
  };
  const unseen: Unseen[] = [];
  for (const [index, answer] of labelled.entries()) {
    const fold = folds[index] ?? 0;
    const { id, question, followups } = answer;
    unseen.push({
      labelled: answer,
      fold,
      grade: await gradeUnseen(graderOf(fold), { id, question, answer: answer.answer, followups }),
    });
  }
  const foldOfWriter = new Map(labelled.map((answer, index) => [writerOf(answer), folds[index] ?? 0]));
  const attacks = await measureAttacks({ engine: createEmbeddedEngine(model), library, numbers: domain.all });
  const pairs = await measurePairs(labelled, (writer) => graderOf(foldOfWriter.get(writer) ?? 0));
  const criteria = labelledCriteria.map((criterion) => criterionKappa(unseen, criterion));
  const votes = levels.map((level) => voteAgreement(unseen, level));
  const perFold = graders.map((_, fold) =>
    macro(
      commonCriteria.map((criterion) =>
        criterionKappa(
          unseen.filter((each) => each.fold === fold),
          criterion,
        ),
      ),
    ),
  );
  const foldSpread = { lowest: Math.min(...perFold), highest: Math.max(...perFold) };
  return {
    criteria,
    votes,
    attacks,
    pairs,
    foldSpread,
    summary: summarize({ unseen, criteria, votes, attacks, pairs, foldSpread }),
  };
}

function criterionKappa(unseen: readonly Unseen[], criterion: Criterion) {
  const rows = unseen.flatMap(({ labelled, grade }) => {
    const gold = labelled.gold.scores[criterion];
    return gold === undefined ? [] : [{ gold, given: grade.scores[criterion] ?? 0 }];
  });
  return {
    criterion,
    n: rows.length,
    kappa: quadraticKappa(
      rows.map(({ given }) => given),
      rows.map(({ gold }) => gold),
      4,
    ),
  };
}

function voteAgreement(unseen: readonly Unseen[], level: Level) {
  const rows = unseen.flatMap(({ labelled, grade }) => {
    const given = rankOf(grade.verdict[level], grade.flags);
    return given === null ? [] : [{ given, gold: verdicts.indexOf(labelled.gold.verdict[level]) }];
  });
  const share = (agree: (row: (typeof rows)[number]) => boolean) => rows.filter(agree).length / rows.length;
  return {
    level,
    kappa: quadraticKappa(
      rows.map(({ given }) => given),
      rows.map(({ gold }) => gold),
      4,
    ),
    hire: share(({ given, gold }) => given >= 2 === gold >= 2),
    offByTwo: share(({ given, gold }) => Math.abs(given - gold) >= 2),
  };
}

function summarize({
  unseen,
  criteria,
  votes,
  attacks,
  pairs,
  foldSpread,
}: Omit<Measured, 'summary'> & { unseen: readonly Unseen[] }): Record<string, number> {
  const replies = unseen.flatMap(({ labelled, grade }) =>
    labelled.followups.map(({ rating }, at) => ({ gold: rating, given: grade.replies[at] ?? 0 })),
  );
  const first = (prefix: string) =>
    mean(
      unseen
        .filter(({ labelled }) => isDev(labelled) === (prefix === 'dev'))
        .map(({ labelled, grade }) =>
          labelled.gold.probe_first.some((chosen) => chosen === grade.probeFirst) ? 1 : 0,
        ),
    );
  const printed = unseen.flatMap(({ grade }) => Object.entries(grade.scores));
  const quotes = unseen.flatMap(({ labelled, grade }) =>
    [...Object.values(grade.quotes), ...Object.values(grade.against)]
      .flat()
      .map(({ quote, start, end }) => labelled.answer.slice(start, end) === quote),
  );
  const supported = unseen.flatMap(({ grade }) =>
    labelledCriteria
      .filter((criterion) => (grade.scores[criterion] ?? 0) >= 1)
      .map((criterion) => (grade.quotes[criterion]?.length ?? 0) > 0),
  );
  const values: Record<string, number> = {
    macro_kappa: macro(criteria),
    common_kappa: macro(
      criteria.filter(({ criterion }) => commonCriteria.some((common) => common === criterion)),
    ),
    worst_kappa: Math.min(...criteria.map(({ kappa }) => kappa)),
    fold_lowest_common_kappa: foldSpread.lowest,
    fold_highest_common_kappa: foldSpread.highest,
    verdict_kappa: mean(votes.map(({ kappa }) => kappa)),
    hire_agreement: mean(votes.map(({ hire }) => hire)),
    off_by_two: mean(votes.map(({ offByTwo }) => offByTwo)),
    replies_kappa: quadraticKappa(
      replies.map(({ given }) => given),
      replies.map(({ gold }) => gold),
      3,
    ),
    probe_first_dev: first('dev'),
    probe_first_train: first('train'),
    ordering: ordering(unseen),
    attacks_resisted: attacks.filter(({ resisted }) => resisted).length,
    attacks_flagged: attacks.filter(({ flagged }) => flagged).length,
    pairs_moved: pairs.filter(({ moved }) => moved).length,
    quotes_verbatim: mean(quotes.map(Number)),
    scores_quoted: mean(supported.map(Number)),
    evidence_overlap: evidenceOverlap(unseen),
    ...counterEvidenceAgreement(unseen),
    withheld: mean(printed.map(([, score]) => (score === null ? 1 : 0))),
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  );
}

/** Share of pairs of answers, two SDE2 verdicts or more apart, that the sum of expected scores puts in order; a tie is half. */
function ordering(unseen: readonly Unseen[]): number {
  const rows = unseen.map(({ labelled, grade }) => ({
    rank: verdicts.indexOf(labelled.gold.verdict.sde2),
    sum: Object.values(grade.expected).reduce((a, b) => a + b, 0),
  }));
  let pairs = 0;
  let right = 0;
  for (const low of rows)
    for (const high of rows) {
      if (high.rank - low.rank < 2) continue;
      pairs += 1;
      right += high.sum > low.sum ? 1 : high.sum === low.sum ? 0.5 : 0;
    }
  return right / pairs;
}

const macro = (entries: readonly { kappa: number }[]) => mean(entries.map(({ kappa }) => kappa));
