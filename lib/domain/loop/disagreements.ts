import type { CriterionReport, Report } from '#lib/domain/report-schema.ts';
import { type Vote, verdicts } from '#lib/domain/verdict.ts';
import { wordsAbout } from '#lib/domain/words-about.ts';
import type { Disagreement } from './loop-debrief-schema.ts';

/** A question of the loop with its own debrief. */
export interface QuestionReport {
  position: number;
  /** Name of who asked. */
  interviewer: string;
  report: Report;
}

/** Votes, and printed scores of one criterion, disagree from here on: two steps of four. */
const stepsApart = 2;
const quotesEach = 1;

/**
 * Where the two interviewers would not agree: questions of different interviewers whose votes lie two steps apart or
 * more, and criteria that read two scores apart or more in their stories. Votes first, then criteria by how far apart
 * they are; questions without a vote disagree with none.
 */
export function disagreements(questions: readonly QuestionReport[]): Disagreement[] {
  const pairs = questions.flatMap((one, index) =>
    questions
      .slice(index + 1)
      .filter((other) => other.interviewer !== one.interviewer && hasVote(one) && hasVote(other))
      .map((other) => [one, other] as const),
  );
  return [...pairs.flatMap(votesApart), ...byDistance(pairs.flatMap(criteriaApart))];
}

function voteOf({ report }: QuestionReport): Vote {
  return report.votes[report.level].vote;
}

function hasVote(question: QuestionReport): boolean {
  return voteOf(question) !== 'not_enough_evidence';
}

function votesApart([one, other]: readonly [QuestionReport, QuestionReport]): Disagreement[] {
  const readings = [one, other].flatMap((question) => {
    const vote = voteOf(question);
    const { position, interviewer } = question;
    return vote === 'not_enough_evidence' ? [] : [{ position, interviewer, vote }];
  });
  const [lower, higher] = readings.toSorted((a, b) => verdicts.indexOf(a.vote) - verdicts.indexOf(b.vote));
  if (!lower || !higher) return [];
  const apart = verdicts.indexOf(higher.vote) - verdicts.indexOf(lower.vote);
  return apart >= stepsApart ? [{ kind: 'votes', readings: [lower, higher] }] : [];
}

type Apart = Extract<Disagreement, { kind: 'criterion' }>;

function criteriaApart([one, other]: readonly [QuestionReport, QuestionReport]): Apart[] {
  return one.report.criteria.flatMap((mine): Apart[] => {
    const theirs = other.report.criteria.find(({ criterion }) => criterion === mine.criterion);
    // A score that was withheld says nothing of the story.
    if (!theirs || mine.score === null || theirs.score === null) return [];
    const readings = [reading(one, mine), reading(other, theirs)] as const;
    if (Math.abs(mine.score - theirs.score) < stepsApart) return [];
    const [lower, higher] = mine.score < theirs.score ? readings : ([readings[1], readings[0]] as const);
    return [{ kind: 'criterion', criterion: mine.criterion, name: mine.name, readings: [lower, higher] }];
  });
}

function reading({ position, interviewer }: QuestionReport, entry: CriterionReport) {
  return { position, interviewer, score: entry.score, evidence: wordsAbout(entry, quotesEach) };
}

function byDistance(apart: readonly Apart[]): Apart[] {
  const distance = ({ readings: [lower, higher] }: Apart) => (higher.score ?? 0) - (lower.score ?? 0);
  return apart.toSorted((one, other) => distance(other) - distance(one));
}
