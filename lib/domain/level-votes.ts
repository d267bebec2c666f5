import type { CriterionAssessment, Flag } from './assessment.ts';
import { countedValue } from './checked-assessment.ts';
import { type Level, levels } from './level.ts';
import type { LevelVote } from './report-schema.ts';
import type { Criterion, PractisedPrinciple } from './rubric.ts';
import { atMost, type Verdict, verdict, vote } from './verdict.ts';

/** A vote is close to its neighbour when scores this much better or worse, all of them, would be the neighbour. */
const closeWithin = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] as const;

type Expected = Partial<Record<Criterion, number>>;

function shifted(expected: Expected, by: number): Expected {
  return Object.fromEntries(
    Object.entries(expected).map(([criterion, value]) => [criterion, Math.min(Math.max(value + by, 0), 3)]),
  );
}

function neighbour(
  expected: Expected,
  flags: readonly Flag[],
  principle: PractisedPrinciple,
  level: Level,
): Verdict | null {
  const now = atMost(verdict(expected, principle, level), flags);
  for (const step of closeWithin) {
    for (const by of [step, -step]) {
      const other = atMost(verdict(shifted(expected, by), principle, level), flags);
      if (other !== now) return other;
    }
  }
  return null;
}

/** The same scores voted on at every level; a vote that leans because of a boundary names the vote beyond it. */
export function levelVotes(
  criteria: readonly CriterionAssessment[],
  flags: readonly Flag[],
  principle: PractisedPrinciple,
): Record<Level, LevelVote> {
  const expected: Expected = Object.fromEntries(
    criteria.map((entry) => [entry.criterion, countedValue(entry)]),
  );
  const withheld = criteria.filter(({ score }) => score === null).map(({ criterion }) => criterion);
  const uncertain = criteria.some((entry) => entry.uncertain);
  const at = (level: Level): LevelVote => {
    const voted = vote({ expected, flags, principle, level, withheld });
    // Samples of a model that disagree make any vote a leaning one, however far it is from a boundary.
    const leaning = voted.leaning || (uncertain && voted.vote !== 'not_enough_evidence');
    return {
      ...voted,
      leaning,
      closeTo: voted.leaning ? neighbour(expected, flags, principle, level) : null,
    };
  };
  return { sde1: at(levels[0]), sde2: at(levels[1]), senior: at(levels[2]) };
}
