import type { Attempt } from '#lib/domain/history/attempt.ts';
import type { Level } from '#lib/domain/level.ts';
import {
  type Criterion,
  criteriaOf,
  isLabelled,
  type PractisedPrinciple,
  roundToScore,
} from '#lib/domain/rubric.ts';
import { type Vote, vote } from '#lib/domain/verdict.ts';

const day = 24 * 60 * 60 * 1000;
const begin = Date.UTC(2026, 0, 5, 9);

export interface Made {
  id?: string;
  /** Days after the first of all. */
  day: number;
  engine?: string;
  scenarioId?: string;
  principle?: PractisedPrinciple;
  level?: Level;
  scores?: (criterion: Criterion) => number | null;
  noStory?: boolean;
}

/** An attempt made to order; its votes are computed from its scores as a debrief's are. */
export function attempt({
  day: after,
  id = `i${after}`,
  engine = 'embedded',
  scenarioId = 'one',
  principle = 'ownership',
  level = 'sde2',
  scores = () => 1,
  noStory = false,
}: Made): Attempt {
  const criteria = criteriaOf(principle).map((criterion) => {
    const expected = scores(criterion);
    const score = expected === null ? null : roundToScore(expected);
    return { criterion, score, expected: expected ?? 1, unvalidated: !isLabelled(criterion) };
  });
  const expected = Object.fromEntries(
    criteria.map((each) => [each.criterion, each.score === null ? 0 : each.expected]),
  );
  const at = (one: Level): { vote: Vote; leaning: boolean } =>
    vote({ expected, flags: noStory ? ['no_story'] : [], principle, level: one });
  return {
    interviewId: id,
    scenarioId,
    question: `Question ${scenarioId}`,
    at: begin + after * day,
    scorecard: {
      principle,
      level,
      engine,
      votes: { sde1: at('sde1'), sde2: at('sde2'), senior: at('senior') },
      criteria,
    },
  };
}
