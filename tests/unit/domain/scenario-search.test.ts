import { expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { searchScenarios } from '#lib/domain/scenario-search.ts';

const { scenarios } = loadLibrary();
const idsOf = (filter: Parameters<typeof searchScenarios>[1]) =>
  searchScenarios(scenarios, filter).map(({ id }) => id);

it('gives everything in its order when nothing is asked for', () => {
  expect(idsOf({})).toEqual(scenarios.map(({ id }) => id));
  expect(idsOf({ words: ' ,. ' })).toHaveLength(scenarios.length);
});

it('finds a word in the telling, whatever its case, and only where a word begins', () => {
  expect(idsOf({ words: 'WEIGHBRIDGE' })).toEqual(['dive-deep-cause-in-the-details']);
  expect(idsOf({ words: 'weigh' })).toContain('dive-deep-cause-in-the-details');
  expect(idsOf({ words: 'eighbridge' })).toEqual([]);
});

it('wants every word', () => {
  expect(idsOf({ words: 'weighbridge belgium' })).toEqual(['dive-deep-cause-in-the-details']);
  expect(idsOf({ words: 'weighbridge xylophone' })).toEqual([]);
});

it('puts the scenario first whose question has the word', () => {
  expect(idsOf({ words: 'unpopular' })[0]).toBe('have-backbone-unpopular-opinion');
});

it('takes a curly apostrophe for a straight one', () => {
  expect(idsOf({ words: 'supplier’s' })).toEqual(idsOf({ words: "supplier's" }));
});

it('filters by principle and by field', () => {
  for (const scenario of searchScenarios(scenarios, { principle: 'dive-deep' }))
    expect(scenario.principle).toBe('dive-deep');
  const [some] = scenarios.flatMap(({ topics }) => topics);
  if (!some) throw new Error('no scenario names a field');
  const found = searchScenarios(scenarios, { topic: some });
  expect(found.length).toBeGreaterThan(0);
  for (const { topics } of found) expect(topics).toContain(some);
});
