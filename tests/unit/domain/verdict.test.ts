import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels } from '#lib/domain/level.ts';
import {
  type Criterion,
  criteriaOf,
  type PractisedPrinciple,
  practisedPrincipleSchema,
} from '#lib/domain/rubric.ts';
import { verdict, verdicts, vote } from '#lib/domain/verdict.ts';

const principle = fc.constantFrom(...practisedPrincipleSchema.options);
const score = fc.double({ min: 0, max: 3, noNaN: true });
const scored = principle.chain((of) =>
  fc.tuple(fc.constant(of), fc.array(score, { minLength: 10, maxLength: 10 })).map(([each, values]) => ({
    principle: each,
    expected: Object.fromEntries(criteriaOf(each).map((criterion, at) => [criterion, values[at] ?? 0])),
  })),
);
const rank = (expected: Record<string, number>, of: PractisedPrinciple, level: (typeof levels)[number]) =>
  verdicts.indexOf(verdict(expected, of, level));
const all = (of: PractisedPrinciple, value: number) =>
  Object.fromEntries(criteriaOf(of).map((criterion) => [criterion, value])) as Record<Criterion, number>;

describe('verdict', () => {
  it('never falls when a score rises', () => {
    fc.assert(
      fc.property(scored, fc.nat(9), score, ({ principle: of, expected }, at, higher) => {
        const criterion = criteriaOf(of)[at] ?? 'context';
        const raised = { ...expected, [criterion]: Math.max(expected[criterion] ?? 0, higher) };
        for (const level of levels)
          expect(rank(raised, of, level)).toBeGreaterThanOrEqual(rank(expected, of, level));
      }),
      { numRuns: 500 },
    );
  });

  it('is never higher for a higher level', () => {
    fc.assert(
      fc.property(scored, ({ principle: of, expected }) => {
        const [sde1, sde2, senior] = levels.map((level) => rank(expected, of, level));
        expect(sde1).toBeGreaterThanOrEqual(sde2 ?? 4);
        expect(sde2).toBeGreaterThanOrEqual(senior ?? 4);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the ends of the scale to the ends of the scores', () => {
    for (const of of practisedPrincipleSchema.options) {
      for (const level of levels) {
        expect(verdict(all(of, 0), of, level)).toBe('strong_no_hire');
        expect(verdict(all(of, 3), of, level)).toBe('strong_hire');
      }
    }
  });
});

describe('vote', () => {
  const base = { principle: 'ownership', level: 'sde2' } as const;

  it('is never a confident no without a story or in a language it cannot read', () => {
    for (const flag of ['no_story', 'unsupported_language'] as const) {
      expect(vote({ ...base, expected: all('ownership', 3), flags: [flag] })).toEqual({
        vote: 'not_enough_evidence',
        leaning: false,
      });
    }
  });

  it('is sure of the ends and leans beside a boundary', () => {
    expect(vote({ ...base, expected: all('ownership', 3), flags: [] })).toEqual({
      vote: 'strong_hire',
      leaning: false,
    });
    const around = Array.from({ length: 301 }, (_, at) =>
      vote({ ...base, expected: all('ownership', at / 100), flags: [] }),
    );
    const changes = around.flatMap(({ vote: each }, at) =>
      at > 0 && around[at - 1]?.vote !== each ? [at] : [],
    );
    expect(changes).toHaveLength(3);
    for (const at of changes) expect([around[at - 1]?.leaning, around[at]?.leaning]).toEqual([true, true]);
  });

  it('is at most a hire where two statements cannot both be true, and otherwise the same', () => {
    fc.assert(
      fc.property(scored, fc.constantFrom(...levels), ({ principle: of, expected }, level) => {
        const plain = vote({ expected, flags: [], principle: of, level });
        const contradicted = vote({ expected, flags: ['contradiction'], principle: of, level });
        expect(contradicted.vote).toBe(plain.vote === 'strong_hire' ? 'hire' : plain.vote);
      }),
    );
    expect(
      vote({
        expected: all('ownership', 3),
        flags: ['contradiction'],
        principle: 'ownership',
        level: 'sde1',
      }).vote,
    ).toBe('hire');
  });

  it('counts a withheld score as nothing and leans', () => {
    const full = { ...base, expected: all('ownership', 3), flags: [] };
    const withheld = vote({ ...full, withheld: ['metric'] });
    expect(withheld.leaning).toBe(true);
    expect(withheld.vote).toBe(vote({ ...full, expected: { ...all('ownership', 3), metric: 0 } }).vote);
  });

  it('does not lean for a withheld criterion of another principle', () => {
    expect(vote({ ...base, expected: all('ownership', 3), flags: [], withheld: ['dissent'] }).leaning).toBe(
      false,
    );
  });
});
