import { adjacentAgreement, biasInBand, exactAgreement } from '#evals/metrics/agreement.ts';
import { isDev, type Labelled, questionPrinciples, writerOf } from '#evals/training/data.ts';
import { rankOf } from '#evals/training/grade-unseen.ts';
import { levels } from '#lib/domain/level.ts';
import { labelledCriteria, scores } from '#lib/domain/rubric.ts';
import { type Vote, verdict, verdicts } from '#lib/domain/verdict.ts';
import type { Grade } from '#lib/services/grade-answers.ts';
import type { EvalCase, Suite } from './case.ts';
import { readEvalData } from './data.ts';
import { emptyFinding, type Finding, holds } from './finding.ts';
import { gradeChecked, scoreSum, shownGrade } from './grade-case.ts';
import type { Graders } from './graders.ts';

/** Every labelled answer, graded by a model that never saw its writer; those of dev also by the weights that ship. */
export const gold: Suite = {
  id: 'gold',
  about: 'every labelled answer against its labels, graded by a model that never saw its writer',
  cases: ({ shown }) =>
    readEvalData()
      .labelled.filter(({ id }) => !shown.has(id))
      .map(goldCase),
};

function goldCase(answer: Labelled): EvalCase {
  const writer = writerOf(answer);
  return {
    id: `gold/${answer.id}`,
    suite: 'gold',
    group: answer.question,
    unit: answer.id,
    writer,
    text: [answer.answer, ...answer.followups.map(({ probe, reply }) => `[${probe}] ${reply}`)].join('\n\n'),
    expected: levels.map((level) => `${level} ${answer.gold.verdict[level]}`).join(', '),
    labels: {
      ...answer.gold.scores,
      vote: answer.gold.verdict,
      gap: answer.gold.probe_first,
      replies: answer.followups.map(({ rating }) => rating),
    },
    run: (graders) => gradeGold(graders, answer, writer),
  };
}

async function gradeGold(graders: Graders, answer: Labelled, writer: string): Promise<Finding> {
  const { id, question, followups } = answer;
  const input = { id, question, answer: answer.answer, followups };
  const { grade, broken } = await gradeChecked(graders.unseen(writer), input);
  const finding: Finding = {
    ...emptyFinding(),
    ...shownGrade(grade),
    ...agreement(answer, grade, ''),
    broken,
  };
  finding.order = { gold: verdicts.indexOf(answer.gold.verdict.sde2), given: scoreSum(grade.scores) };
  finding.missed = levels
    .filter((level) => isHire(grade.verdict[level]) !== isHire(answer.gold.verdict[level]))
    .map((level) => `${level} ${grade.verdict[level]}, the label is ${answer.gold.verdict[level]}`);
  Object.assign(finding.shares, sharesOf(answer, grade));
  Object.assign(finding.tables, votesOnGold(answer));
  if (graders.deterministic && isDev(answer)) {
    const shipped = await gradeChecked(graders.shipped, input);
    finding.broken.push(...shipped.broken.map((fault) => `as shipped: ${fault}`));
    Object.assign(finding.tables, agreement(answer, shipped.grade, 'shipped-').tables);
  }
  return finding;
}

/** Pairs of [gold, given], a withheld score as the 0 the vote counts it as. */
function agreement(
  { gold: labels, followups }: Labelled,
  grade: Grade,
  prefix: string,
): Pick<Finding, 'tables'> {
  const tables: Finding['tables'] = {};
  for (const criterion of labelledCriteria) {
    const label = labels.scores[criterion];
    if (label !== undefined)
      tables[`${prefix}criterion:${criterion}`] = [[label, grade.scores[criterion] ?? 0]];
  }
  for (const level of levels) {
    const given = rankOf(grade.verdict[level], grade.flags);
    if (given !== null) tables[`${prefix}vote:${level}`] = [[verdicts.indexOf(labels.verdict[level]), given]];
  }
  const replies = followups.flatMap(({ rating }, at): [number, number][] => {
    const given = grade.followups[at];
    return given === null || given === undefined ? [] : [[rating, given]];
  });
  if (replies.length > 0) tables[`${prefix}reply`] = replies;
  return { tables };
}

function sharesOf(answer: Labelled, grade: Grade): Finding['shares'] {
  const { gold: labels } = answer;
  const { verdict: votes, probe_first } = labels;
  const rows = labelledCriteria.flatMap((criterion) => {
    const label = labels.scores[criterion];
    const given = grade.scores[criterion];
    return label === undefined ? [] : [{ gold: label, given: given ?? 0, withheld: given === null }];
  });
  const ranks = levels.flatMap((level) => {
    const given = rankOf(grade.verdict[level], grade.flags);
    return given === null ? [] : [{ gold: verdicts.indexOf(votes[level]), given }];
  });
  return {
    exact: exactAgreement(rows),
    adjacent: adjacentAgreement(rows),
    withheld: [rows.filter(({ withheld }) => withheld).length, rows.length],
    hire: [ranks.filter(({ gold: label, given }) => label >= 2 === given >= 2).length, ranks.length],
    'off-by-two': [
      ranks.filter(({ gold: label, given }) => Math.abs(label - given) >= 2).length,
      ranks.length,
    ],
    [isDev(answer) ? 'first-gap:dev' : 'first-gap:train']: holds(probe_first.includes(grade.probe_first)),
    ...Object.fromEntries(scores.map((band) => [`bias:${band}`, biasInBand(rows, band)])),
  };
}

/** The vote alone, as it ships, on the raters' own scores: what no grader can make better or worse. */
function votesOnGold({ question, gold: { scores, verdict: votes } }: Labelled): Finding['tables'] {
  return Object.fromEntries(
    levels.map((level) => [
      `voted:${level}`,
      [
        [
          verdicts.indexOf(votes[level]),
          verdicts.indexOf(verdict(scores, questionPrinciples[question], level)),
        ],
      ],
    ]),
  );
}

const isHire = (voted: Vote) => voted === 'hire' || voted === 'strong_hire';
