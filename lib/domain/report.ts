import type { Assessment, CriterionAssessment } from './assessment.ts';
import { countedValue, withCheckedEvidence } from './checked-assessment.ts';
import { type DebriefPoints, debriefPoints } from './debrief-points.ts';
import { BarRaiserError } from './errors.ts';
import { explain } from './explanation.ts';
import { gapOrder } from './gap.ts';
import { interviewScores } from './interview-scores.ts';
import type { InterviewContext, InterviewState } from './interview-state.ts';
import { levelNames } from './level.ts';
import { levelVotes } from './level-votes.ts';
import { listed } from './listed.ts';
import { paceOf } from './pace.ts';
import { probeReports } from './probe-report.ts';
import type { CriterionReport, LevelVote, Pace, Report } from './report-schema.ts';
import { criterionIn, type Rubric, roundToScore } from './rubric.ts';
import { mainAnswer } from './transcript.ts';
import { unvalidatedCriteria } from './unvalidated.ts';
import { voteNames } from './verdict.ts';

/** Criteria below solid are named in the summary, this many at most. */
const namedAtMost = 3;

function criterionReport(
  after: CriterionAssessment,
  first: CriterionAssessment | undefined,
  rubric: Rubric,
): CriterionReport {
  const entry = criterionIn(rubric, after.criterion);
  return {
    criterion: after.criterion,
    name: entry.name,
    section: entry.section,
    score: after.score,
    firstScore: first?.score ?? null,
    expected: after.expected,
    ...explain(after, rubric),
    evidence: after.evidence,
    against: after.against ?? [],
  };
}

function missingLine(
  points: DebriefPoints,
  below: readonly CriterionReport[],
  vote: LevelVote,
  rubric: Rubric,
): string {
  const missing = [...points.cons, ...points.unknowns].flatMap((point) => nameOf(point, rubric));
  if (missing.length > 0) return `What holds it back most: ${listed(missing.slice(0, namedAtMost))}.`;
  const improvable = below.map(({ name }) => name.toLowerCase()).slice(0, namedAtMost);
  if (improvable.length > 0) return `What would make it stronger: ${listed(improvable)}.`;
  return vote.vote === 'strong_hire'
    ? 'Nothing important is missing.'
    : 'Every score is a 3, some of them only just.';
}

function nameOf({ criterion }: { criterion: CriterionReport['criterion'] | null }, rubric: Rubric): string[] {
  return criterion ? [criterionIn(rubric, criterion).name.toLowerCase()] : [];
}

/** `below` are the criteria that are not a 3, what holds the vote back most first. */
function summarise(
  level: string,
  vote: LevelVote,
  points: DebriefPoints,
  below: readonly CriterionReport[],
  rubric: Rubric,
): string {
  if (vote.vote === 'not_enough_evidence') {
    return 'There is not enough evidence for a vote: no story that could be followed was told.';
  }
  const carried = points.pros.flatMap((point) => nameOf(point, rubric)).slice(0, namedAtMost);
  const close = vote.closeTo ? `, close to ${voteNames[vote.closeTo]}` : '';
  return [
    `At ${level} this reads as ${vote.leaning ? 'leaning ' : ''}${voteNames[vote.vote]}${close}.`,
    carried.length > 0 ? `What carries it: ${listed(carried)}.` : 'Nothing in it is solid yet.',
    missingLine(points, below, vote, rubric),
  ].join(' ');
}

function weakestPart(
  scored: readonly CriterionAssessment[],
  order: readonly string[],
  pace: Pace,
  rubric: Rubric,
): Report['weakest'] {
  const below = scored
    .filter((entry) => roundToScore(countedValue(entry)) < 3)
    .toSorted((a, b) => order.indexOf(a.criterion) - order.indexOf(b.criterion));
  const first = below[0];
  if (!first) return null;
  const { section } = criterionIn(rubric, first.criterion);
  const brief = below
    .map((entry) => ({ entry, criterion: criterionIn(rubric, entry.criterion) }))
    .filter(({ criterion }) => criterion.section === section)
    .map(({ entry, criterion }) => criterion.next[(entry.score ?? 0) < 2 ? 2 : 3]);
  const told = pace.sections.find((part) => part.section === section);
  return {
    section,
    words: told?.spans ?? [],
    brief: brief.join(' '),
    targetSeconds: told?.targetSeconds ?? 0,
  };
}

/** Who told nothing told no story: there is nothing to vote on, whatever the engine flagged. */
function withoutStory(assessment: Assessment): Assessment {
  const { answerTurnId, flags } = assessment;
  if (answerTurnId !== null || flags.includes('no_story')) return assessment;
  return { ...assessment, flags: [...flags, 'no_story'] };
}

/**
 * The debrief of an interview, from the final assessment of its transcript: votes at every level before and after
 * probing, points with quotes, criteria with anchors, probes, pace and the part to redo. Everything quoted is checked
 * to stand in the candidate's turns. Throws `interview_open` before the interview has closed.
 */
export function buildReport(state: InterviewState, final: Assessment, context: InterviewContext): Report {
  const { setup, closedBecause, turns } = state;
  if (!setup || !closedBecause)
    throw new BarRaiserError('interview_open', 'The interview is still going on.');
  const { scenario, rubric } = context;
  const { principle } = scenario;
  const assessment = withoutStory(withCheckedEvidence(final, turns));
  const scored = interviewScores(assessment, turns);
  const votes = levelVotes(scored, assessment.flags, principle);
  const answer = mainAnswer(turns);
  const toldNothing = !answer || votes.sde1.vote === 'not_enough_evidence';
  const points = toldNothing
    ? { pros: [], cons: [], unknowns: [] }
    : debriefPoints({ scored, assessment, transcript: turns, rubric, principle, level: setup.level });
  const pace = toldNothing ? null : paceOf(answer, assessment, scenario, setup.level);
  const values = Object.fromEntries(scored.map((entry) => [entry.criterion, countedValue(entry)]));
  const order = gapOrder(values, principle, setup.level);
  const criteria = scored.map((entry, index) => criterionReport(entry, assessment.criteria[index], rubric));
  const below = criteria
    .filter(({ score }) => (score ?? 0) < 3)
    .toSorted((a, b) => order.indexOf(a.criterion) - order.indexOf(b.criterion));
  return {
    version: 1,
    scenarioId: setup.scenarioId,
    principle,
    question: scenario.question,
    level: setup.level,
    engine: assessment.engine,
    closedBecause,
    votes,
    firstVotes: levelVotes(assessment.criteria, assessment.flags, principle),
    summary: summarise(levelNames[setup.level], votes[setup.level], points, below, rubric),
    ...points,
    criteria,
    probes: probeReports(assessment, turns, scenario, rubric),
    pace,
    weakest: pace && weakestPart(scored, order, pace, rubric),
    flags: assessment.flags,
    unvalidated: unvalidatedCriteria(principle),
  };
}
