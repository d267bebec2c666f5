import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { planQuestions } from '#lib/domain/loop/plan-loop.ts';
import { labelledPrinciples, practisedPrincipleSchema } from '#lib/domain/rubric.ts';

const { scenarios } = loadLibrary();
const interviewers = ['ruth', 'viktor'];
const principleOf = (scenarioId: string) => scenarios.find(({ id }) => id === scenarioId)?.principle;

describe('the plan of a loop', () => {
  it('has as many questions as asked for, none twice, one of them a surprise and never the first', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...practisedPrincipleSchema.options), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 2, max: 4 }),
        fc.string(),
        (principles, count, seed) => {
          const questions = planQuestions({ principles, count, scenarios, interviewers, seed });
          expect(questions).toHaveLength(count);
          expect(new Set(questions.map(({ scenarioId }) => scenarioId)).size).toBe(count);
          const surprises = questions.flatMap(({ announced }, index) => (announced ? [] : [index]));
          expect(surprises).toHaveLength(1);
          expect(surprises[0]).toBeGreaterThan(0);
          for (const { scenarioId, announced } of questions) {
            if (announced) expect(principles).toContain(principleOf(scenarioId));
          }
          // They take turns.
          for (const [index, { interviewer }] of questions.entries()) {
            if (index > 0) expect(interviewer).not.toBe(questions[index - 1]?.interviewer);
          }
          expect(planQuestions({ principles, count, scenarios, interviewers, seed })).toEqual(questions);
        },
      ),
    );
  });

  it('announces a question of each principle before a second one of any', () => {
    const questions = planQuestions({
      principles: ['ownership', 'dive-deep', 'frugality'],
      count: 4,
      scenarios,
      interviewers,
      seed: 'a loop',
    });
    const announced = questions.filter((question) => question.announced);
    expect(new Set(announced.map(({ scenarioId }) => principleOf(scenarioId))).size).toBe(3);
  });

  it('surprises with chosen principles and with others, depending on the seed', () => {
    const principles = [...labelledPrinciples];
    const surprises = Array.from({ length: 40 }, (_, seed) => {
      const plan = planQuestions({ principles, count: 3, scenarios, interviewers, seed: String(seed) });
      const principle = principleOf(plan.find(({ announced }) => !announced)?.scenarioId ?? '');
      return principles.some((chosen) => chosen === principle);
    });
    expect(new Set(surprises)).toEqual(new Set([true, false]));
  });

  it('says so where the library has too few questions for what was chosen', () => {
    const few = scenarios.filter(({ principle }) => principle === 'ownership').slice(0, 1);
    const plan = () =>
      planQuestions({ principles: ['ownership'], count: 3, scenarios: few, interviewers, seed: 'x' });
    expect(plan).toThrowError(expect.objectContaining({ code: 'bad_request' }));
  });
});
