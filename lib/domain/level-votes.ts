import type { CriterionAssessment, Flag } from './assessment.ts';
import { countedValue } from './checked-assessment.ts';
import { type Level, levels } from './level.ts';
import type { LevelVote } from './report-schema.ts';
import type { PractisedPrinciple } from './rubric.ts';
import { vote } from './verdict.ts';

/** The same scores voted on at every level. */
export function levelVotes(
  criteria: readonly CriterionAssessment[],
  flags: readonly Flag[],
  principle: PractisedPrinciple,
): Record<Level, LevelVote> {
  const expected = Object.fromEntries(criteria.map((entry) => [entry.criterion, countedValue(entry)]));
  const withheld = criteria.filter(({ score }) => score === null).map(({ criterion }) => criterion);
  const uncertain = criteria.some((entry) => entry.uncertain);
  const at = (level: Level) => {
    const { vote: voted, leaning } = vote({ expected, flags, principle, level, withheld });
    return { vote: voted, leaning: leaning || (uncertain && voted !== 'not_enough_evidence') };
  };
  return { sde1: at(levels[0]), sde2: at(levels[1]), senior: at(levels[2]) };
}
