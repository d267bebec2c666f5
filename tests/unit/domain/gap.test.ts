import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapOrder } from '#lib/domain/gap.ts';
import { levels } from '#lib/domain/level.ts';
import { type Criterion, criteriaOf, practisedPrincipleSchema } from '#lib/domain/rubric.ts';

const strong = (except: Partial<Record<Criterion, number>>) => ({
  ...Object.fromEntries(criteriaOf('dive-deep').map((criterion) => [criterion, 3])),
  ...except,
});

describe('gapOrder', () => {
  it('orders each of the ten criteria once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...practisedPrincipleSchema.options),
        fc.constantFrom(...levels),
        fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 10, maxLength: 10 }),
        (principle, level, values) => {
          const criteria = criteriaOf(principle);
          const expected = Object.fromEntries(criteria.map((criterion, at) => [criterion, values[at] ?? 0]));
          expect(gapOrder(expected, principle, level).toSorted()).toEqual(criteria.toSorted());
        },
      ),
    );
  });

  it.each(criteriaOf('dive-deep'))('asks first for %s when it alone is missing', (criterion) => {
    expect(gapOrder(strong({ [criterion]: 0 }), 'dive-deep', 'sde2')[0]).toBe(criterion);
  });

  it('asks first whose work it was when "we" hides it', () => {
    expect(gapOrder(strong({ ownership: 1, metric: 1, durability: 0 }), 'dive-deep', 'sde2')[0]).toBe(
      'ownership',
    );
  });
});
