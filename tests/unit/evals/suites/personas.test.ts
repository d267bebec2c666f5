import { describe, expect, it } from 'vitest';
import { fitsTruth, personas } from '#evals/suites/personas.ts';
import { recogniseMeta } from '#lib/domain/meta-turn.ts';

describe('the truth of a simulated candidate', () => {
  it('holds a vote to the side it must lie on', () => {
    expect(fitsTruth('hire', { atLeast: 'hire' })).toBe(true);
    expect(fitsTruth('no_hire', { atLeast: 'hire' })).toBe(false);
    expect(fitsTruth('strong_hire', { atMost: 'no_hire' })).toBe(false);
    expect(fitsTruth('not_enough_evidence', { atMost: 'no_hire' })).toBe(true);
    expect(fitsTruth('not_enough_evidence', { atLeast: 'hire' })).toBe(false);
    expect(fitsTruth('strong_no_hire', 'no_story')).toBe(false);
    expect(fitsTruth('strong_hire', null)).toBe(true);
  });
});

describe('the simulated candidates', () => {
  it('are of several temperaments, each with a name of its own', () => {
    expect(new Set(personas.map(({ id }) => id)).size).toBe(personas.length);
    expect(personas.length).toBeGreaterThanOrEqual(8);
  });

  it('say before the story only what is about the conversation', () => {
    for (const said of personas.flatMap(({ before }) => before ?? []))
      expect(recogniseMeta(said, { storyTold: false })).not.toBeNull();
  });
});
