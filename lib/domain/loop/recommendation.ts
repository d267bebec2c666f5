import { z } from 'zod';
import { type Verdict, type Vote, verdicts, voteNames, voteSchema } from '#lib/domain/verdict.ts';

export const recommendationRuleSchema = z.enum([
  'too_little',
  'strong_no_hire_twice',
  'strong_no_hire_once',
  'no_hire_twice',
  'too_few_for',
  'strong_hire',
  'hire',
]);
export type RecommendationRule = z.infer<typeof recommendationRuleSchema>;

export const recommendationSchema = z.strictObject({
  vote: voteSchema,
  rule: recommendationRuleSchema,
  words: z.string().describe('the rule that decided, with the numbers put in'),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

/**
 * The rules in the order they are tried, as they are shown to a person. They are the product's own: no loop with X */
export const recommendationRules: Record<RecommendationRule, string> = {
  too_little: 'Fewer than two questions with a vote: not enough evidence.',
  strong_no_hire_twice: 'Two Strong No Hire or more: Strong No Hire.',
  strong_no_hire_once: 'One Strong No Hire: No Hire, whatever the others say.',
  no_hire_twice: 'Two No Hire or more: No Hire.',
  too_few_for: 'A No Hire without two votes for hiring against it: No Hire.',
  strong_hire: 'More than half Strong Hire, none against, and a vote for every question: Strong Hire.',
  hire: 'Otherwise: Hire.',
};

interface Counts extends Record<Vote, number> {
  all: number;
  voted: number;
}

/**
 * The recommendation of a whole loop from the votes of its questions, one each: pure, and monotone, a higher vote on one
 * question never lowers it. A question without a vote (not enough evidence) is left out, but keeps it below Strong Hire.
 */
export function recommend(votes: readonly Vote[]): Recommendation {
  const counts = count(votes);
  const rule = ruleFor(counts);
  const vote = outcome[rule];
  return { vote, rule, words: `${counted(counts)} ${voteNames[vote]}, because ${reasons[rule](counts)}.` };
}

/** Why the rule fits, with the numbers put in. */
const reasons: Record<RecommendationRule, (counts: Counts) => string> = {
  too_little: ({ voted }) => `${voted === 0 ? 'no question' : 'only one question'} has a vote`,
  strong_no_hire_twice: ({ strong_no_hire }) => `${strong_no_hire} are Strong No Hire`,
  strong_no_hire_once: () => 'one is a Strong No Hire, whatever the others say',
  no_hire_twice: ({ no_hire }) => `${no_hire} are No Hire`,
  too_few_for: ({ hire, strong_hire }) =>
    `against one No Hire ${hire + strong_hire === 0 ? 'stands none' : 'stands only one'} for hiring`,
  strong_hire: ({ strong_hire, all }) => `${strong_hire} of ${all} are Strong Hire and none is against`,
  hire: ({ no_hire, hire, strong_hire, all, voted }) => {
    if (no_hire > 0) return `${hire + strong_hire} are for hiring, and only one against`;
    if (strong_hire * 2 <= all)
      return `none is against, and ${strong_hire} of ${all} are Strong Hire, no more than half`;
    return `none is against, but ${all - voted} of ${all} ${all - voted === 1 ? 'has' : 'have'} no vote`;
  },
};

const outcome: Record<RecommendationRule, Vote> = {
  too_little: 'not_enough_evidence',
  strong_no_hire_twice: 'strong_no_hire',
  strong_no_hire_once: 'no_hire',
  no_hire_twice: 'no_hire',
  too_few_for: 'no_hire',
  strong_hire: 'strong_hire',
  hire: 'hire',
};

function ruleFor(counts: Counts): RecommendationRule {
  const { strong_no_hire, no_hire, hire, strong_hire, all, voted } = counts;
  if (voted < 2) return 'too_little';
  if (strong_no_hire >= 2) return 'strong_no_hire_twice';
  if (strong_no_hire === 1) return 'strong_no_hire_once';
  if (no_hire >= 2) return 'no_hire_twice';
  if (no_hire === 1 && hire + strong_hire < 2) return 'too_few_for';
  if (no_hire === 0 && voted === all && strong_hire * 2 > all) return 'strong_hire';
  return 'hire';
}

function count(votes: readonly Vote[]): Counts {
  const of = (vote: Vote) => votes.filter((each) => each === vote).length;
  const none = of('not_enough_evidence');
  return {
    strong_no_hire: of('strong_no_hire'),
    no_hire: of('no_hire'),
    hire: of('hire'),
    strong_hire: of('strong_hire'),
    not_enough_evidence: none,
    all: votes.length,
    voted: votes.length - none,
  };
}

function counted(counts: Counts): string {
  const named = [...verdicts]
    .toReversed()
    .filter((vote: Verdict) => counts[vote] > 0)
    .map((vote) => `${counts[vote]} ${voteNames[vote]}`);
  const without = counts.not_enough_evidence;
  const parts = [...named, ...(without > 0 ? [`${without} without a vote`] : [])];
  return `${counts.all} ${counts.all === 1 ? 'question' : 'questions'}: ${parts.join(', ')}.`;
}
