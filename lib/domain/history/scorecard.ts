import { z } from 'zod';
import { levelSchema } from '#lib/domain/level.ts';
import { levelVoteSchema, type Report } from '#lib/domain/report-schema.ts';
import { criterionSchema, practisedPrincipleSchema, scoreSchema } from '#lib/domain/rubric.ts';

/** What a debrief comes to, in numbers: enough for trends, and nothing that was said. */
export const scorecardSchema = z.strictObject({
  principle: practisedPrincipleSchema,
  level: levelSchema,
  engine: z.string().describe('what read the answers; scores of different engines are not compared'),
  votes: z.record(levelSchema, levelVoteSchema.pick({ vote: true, leaning: true })),
  criteria: z.array(
    z.strictObject({
      criterion: criterionSchema,
      score: scoreSchema.nullable().describe('after probing; null is withheld'),
      expected: z.number(),
      unvalidated: z.boolean().describe('not yet checked against rated answers'),
    }),
  ),
});
export type Scorecard = z.infer<typeof scorecardSchema>;

/** The scorecard of a debrief, whenever it was made. */
export function scorecardOf({ principle, level, engine, votes, criteria, unvalidated }: Report): Scorecard {
  const short = ({ vote, leaning }: Report['votes'][typeof level]) => ({ vote, leaning });
  return {
    principle,
    level,
    engine,
    votes: { sde1: short(votes.sde1), sde2: short(votes.sde2), senior: short(votes.senior) },
    criteria: criteria.map(({ criterion, score, expected }) => ({
      criterion,
      score,
      expected,
      unvalidated: unvalidated.includes(criterion),
    })),
  };
}
