import { describe, expect, it } from 'vitest';
import {
  fitGeneric,
  type GenericCorpus,
  predictGeneric,
  type UnlabelledAnswer,
} from '#evals/training/fit-generic.ts';
import { withGenericSection } from '#evals/training/generic-report.ts';
import { measureGeneric } from '#evals/training/measure-generic.ts';
import { commonCriteria, labelledOwnCriteria, labelledPrinciples, ownCriteria } from '#lib/domain/rubric.ts';

/** Answers of 16 writers to the four questions, told better or worse; own criteria follow `own` of how well. */
function corpus(own: (told: number) => number): GenericCorpus {
  const answers = labelledPrinciples.flatMap((principle, question) =>
    Array.from({ length: 32 }, (_, at): UnlabelledAnswer => {
      const told = at % 4;
      const likeness = Object.fromEntries(
        Object.values(ownCriteria)
          .flat()
          .map((criterion, place) => [criterion, 0.1 + ((at + place) % 5) / 50]),
      );
      return {
        labelled: {
          id: `w${at % 16}-${question}-${at}`,
          question: (['hbdc', 'ownership', 'divedeep', 'deliver'] as const)[question] ?? 'hbdc',
          answer: '',
          followups: [],
          gold: {
            scores: Object.fromEntries(
              [...commonCriteria, ...ownCriteria[principle]].map((criterion) => [
                criterion,
                commonCriteria.some((common) => common === criterion) ? told : own(told),
              ]),
            ),
            verdict: { sde1: 'hire', sde2: 'hire', senior: told > 1 ? 'hire' : 'no_hire' },
            probe_first: [],
          },
        },
        fold: at % 8,
        principle,
        read: {
          sentences: [],
          carried: [],
          against: [],
          summary: [],
        },
        common: Object.fromEntries(commonCriteria.map((criterion) => [criterion, told])),
        likeness,
      };
    }),
  );
  return { answers, rarity: { roots: new Map(), unknown: 1 } };
}

describe('the generic model', () => {
  it('learns what own criteria have in common, for one it never saw', () => {
    const seen = labelledOwnCriteria.filter((criterion) => criterion !== 'delivered');
    const rows = corpus((told) => told);
    const model = fitGeneric(rows, seen);
    const [bad, , , good] = rows.answers.filter(({ principle }) => principle === 'deliver-results');
    if (!bad || !good) throw new Error('There are no answers.');
    expect(predictGeneric(model, bad, 'delivered')).toBeLessThan(0.5);
    expect(predictGeneric(model, good, 'delivered')).toBeGreaterThan(2.5);
  });

  it('never lets a common criterion lower an own one, even where the ratings do', () => {
    const model = fitGeneric(
      corpus((told) => 3 - told),
      labelledOwnCriteria,
    );
    for (const weight of model.weights.slice(0, commonCriteria.length))
      expect(weight).toBeGreaterThanOrEqual(0);
  });

  it('is measured by leaving out: perfect where the rest tells all, worthless where it tells the opposite', () => {
    const perfect = measureGeneric(
      corpus((told) => told),
      [],
    );
    expect(perfect.criterionOut.macro?.value).toBeCloseTo(1, 5);
    expect(perfect.principleOut.delivered?.n).toBe(32);
    const opposite = measureGeneric(
      corpus((told) => 3 - told),
      [],
    );
    expect(opposite.criterionOut.macro?.value).toBeLessThan(0.2);
  });

  it('stands once in the training report, however often it is written', () => {
    const measured = measureGeneric(
      corpus((told) => told),
      [],
    );
    const once = withGenericSection('# Report\n\nWhole.\n', measured);
    expect(once).toMatch(/^# Report\n\nWhole\.\n\n## Criteria without rated answers\n/u);
    expect(withGenericSection(once, measured)).toBe(once);
  });
});
