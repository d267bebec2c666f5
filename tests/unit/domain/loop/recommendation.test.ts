import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recommend } from '#lib/domain/loop/recommendation.ts';
import { criteriaOf, labelledPrinciples } from '#lib/domain/rubric.ts';
import { type Verdict, type Vote, verdict, verdicts, voteSchema } from '#lib/domain/verdict.ts';

const rank = (vote: Vote) => (vote === 'not_enough_evidence' ? -1 : verdicts.indexOf(vote));
const someVerdict = fc.constantFrom<Verdict>(...verdicts);
const loops = fc.array(someVerdict, { minLength: 2, maxLength: 4 });

describe('the recommendation of a loop', () => {
  it.each<[Vote[], Vote]>([
    [['strong_hire', 'strong_hire', 'strong_no_hire'], 'no_hire'],
    [['strong_no_hire', 'strong_no_hire', 'strong_hire', 'strong_hire'], 'strong_no_hire'],
    [['no_hire', 'no_hire', 'strong_hire', 'strong_hire'], 'no_hire'],
    [['no_hire', 'strong_hire'], 'no_hire'],
    [['no_hire', 'hire', 'hire'], 'hire'],
    [['hire', 'strong_hire', 'strong_hire'], 'strong_hire'],
    [['hire', 'strong_hire'], 'hire'],
    [['strong_hire', 'strong_hire', 'not_enough_evidence'], 'hire'],
    [['strong_hire', 'not_enough_evidence'], 'not_enough_evidence'],
    [[], 'not_enough_evidence'],
  ])('of %j is %s', (votes, expected) => {
    expect(recommend(votes).vote).toBe(expected);
  });

  it('is never lowered by a higher vote on one question', () => {
    fc.assert(
      fc.property(loops, fc.nat(), someVerdict, (votes, at, other) => {
        const index = at % votes.length;
        const raised = votes.with(
          index,
          verdicts[Math.max(rank(votes[index] ?? other), rank(other))] ?? other,
        );
        expect(rank(recommend(raised).vote)).toBeGreaterThanOrEqual(rank(recommend(votes).vote));
      }),
    );
  });

  it('is never lowered by a higher score on one criterion', () => {
    const question = fc.record({
      principle: fc.constantFrom(...labelledPrinciples),
      scores: fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 10, maxLength: 10 }),
    });
    const voteOn = ({
      principle,
      scores,
    }: {
      principle: (typeof labelledPrinciples)[number];
      scores: number[];
    }) =>
      verdict(
        Object.fromEntries(criteriaOf(principle).map((criterion, index) => [criterion, scores[index] ?? 0])),
        principle,
        'sde2',
      );
    fc.assert(
      fc.property(
        fc.array(question, { minLength: 2, maxLength: 4 }),
        fc.nat(),
        fc.nat({ max: 9 }),
        (questions, at, criterion) => {
          const index = at % questions.length;
          const chosen = questions[index];
          if (!chosen) throw new Error('There is one.');
          const scores = chosen.scores.with(criterion, Math.min(3, (chosen.scores[criterion] ?? 0) + 1));
          const before = recommend(questions.map(voteOn)).vote;
          const after = recommend(questions.with(index, { ...chosen, scores }).map(voteOn)).vote;
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        },
      ),
    );
  });

  it('asks for no order among the questions', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...voteSchema.options), { maxLength: 4 }), (votes) => {
        expect(recommend(votes.toReversed())).toEqual(recommend(votes));
      }),
    );
  });

  it('says its rule with the numbers put in', () => {
    const words = (...votes: Vote[]) => recommend(votes).words;
    expect(words('hire', 'no_hire', 'strong_hire', 'not_enough_evidence')).toBe(
      '4 questions: 1 Strong Hire, 1 Hire, 1 No Hire, 1 without a vote. Hire, because 2 are for hiring, and only one against.',
    );
    expect(words('strong_hire', 'strong_hire', 'not_enough_evidence')).toMatch(/but 1 of 3 has no vote\.$/);
    expect(words('hire', 'strong_hire')).toMatch(/1 of 2 are Strong Hire, no more than half\.$/);
    expect(words('no_hire', 'strong_hire')).toMatch(
      /No Hire, because against one No Hire stands only one for hiring\.$/,
    );
    expect(words('not_enough_evidence', 'hire')).toMatch(/because only one question has a vote\.$/);
    expect(words('strong_hire', 'strong_hire', 'hire')).toMatch(
      /because 2 of 3 are Strong Hire and none is against\.$/,
    );
  });
});
