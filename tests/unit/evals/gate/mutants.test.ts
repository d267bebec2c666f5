import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutated } from '#evals/gate/mutant-tree.ts';
import { type Mutant, mutants, worsenings } from '#evals/gate/mutants.ts';

const source = ({ file }: Mutant) => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');

describe('the mutants that test the gate', () => {
  it('are at least twelve, each with a name of its own', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(12);
  });

  it.each([...mutants, ...worsenings].map((mutant) => [mutant.id, mutant] as const))(
    '%s still fits the source and changes it',
    (_, mutant) => {
      const text = source(mutant);
      expect(mutated(text, mutant)).not.toBe(text);
    },
  );

  it('refuses a line that is gone or stands there twice', () => {
    const mutant: Mutant = { id: 'x', about: '', file: 'f', find: 'one', replace: 'two' };
    expect(() => mutated('nothing', mutant)).toThrow(/no longer fits/);
    expect(() => mutated('one one', mutant)).toThrow(/no longer fits/);
    expect(mutated('one $&', { ...mutant, replace: '$&' })).toBe('$& $&');
  });
});
