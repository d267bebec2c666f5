import { expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { foldedWords } from '#lib/domain/fold-text.ts';
import { storyOf } from './texts.ts';

const runLength = 8;

function runsOf(text: string): Set<string> {
  const words = foldedWords(text);
  return new Set(
    words.slice(0, 1 - runLength).map((_, index) => words.slice(index, index + runLength).join(' ')),
  );
}

const { scenarios } = loadLibrary();
const tellers = new Map<string, string[]>();
for (const scenario of scenarios)
  for (const run of runsOf(storyOf(scenario))) tellers.set(run, [...(tellers.get(run) ?? []), scenario.id]);

it.each(scenarios)('$id shares no run of eight words with another scenario', (scenario) => {
  const runs = [...runsOf(storyOf(scenario))];
  expect(runs.length).toBeGreaterThan(300);
  expect(runs.filter((run) => (tellers.get(run)?.length ?? 0) > 1)).toEqual([]);
});

it('takes no two stories from the same place and field with the same figures', () => {
  const figures = scenarios.map(
    (scenario) => [scenario.id, new Set(storyOf(scenario).match(/\d[\d,.]*\d/gu) ?? [])] as const,
  );
  for (const [one, own] of figures)
    for (const [other, theirs] of figures)
      if (one < other)
        expect([...own].filter((figure) => theirs.has(figure)).length, `${one} and ${other}`).toBeLessThan(8);
});
