import { expect, test } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { sections } from '#lib/domain/section.ts';
import type { Turn } from '#lib/domain/transcript.ts';
import { createEmbeddedEngine } from '#lib/engines/embedded/embedded-engine.ts';

const library = loadLibrary();

async function sectionsOf(text: string, scenario = library.scenarios[0]) {
  if (!scenario) throw new Error('The library is empty.');
  const turns: Turn[] = [
    { speaker: 'bar_raiser', id: 'b', text: 'q', at: 0, move: { kind: 'opening', reason: '', wording: 'q' } },
    { speaker: 'candidate', id: 'c', text, at: 0, spokenSeconds: null, role: 'answer', repliesTo: 'b' },
  ];
  const options = { rubric: library.rubric, library: library.scenarios };
  const { spans } = await createEmbeddedEngine().assess(turns, scenario, options);
  return (words: string) => spans.find(({ quote }) => quote.includes(words))?.section;
}

const story =
  'Our hospital group has six pharmacies, and I am a developer on the patient portal. In January a nurse told me that ' +
  'she throws away insulin every Monday. Nobody owned the expiry dates. I disagreed with the plan to wait and told our ' +
  'director so. I wrote an import that reads the six lists every night. I sat with two pharmacists until they could use it. ' +
  'The waste went down a lot and the director was very happy with us.';

test('an ending without a lesson is the result, wherever it stands', async () => {
  const sectionOf = await sectionsOf(story);
  expect(sectionOf('The waste went down')).toBe('result');
});

test('a generic lesson is a reflection all the same', async () => {
  const sectionOf = await sectionsOf(`${story} I learned that it is good to speak up early.`);
  expect(sectionOf('The waste went down')).toBe('result');
  expect(sectionOf('I learned')).toBe('reflection');
});

test('the sections of a published example are read as what they are: most of each, nine in ten of all', async () => {
  let read = 0;
  for (const scenario of library.scenarios) {
    const text = sections.map((section) => scenario.sections[section].strong).join(' ');
    const sectionOf = await sectionsOf(text, scenario);
    const openings = sections.map((section) =>
      scenario.sections[section].strong.trim().split(' ').slice(0, 5).join(' '),
    );
    const right = openings.filter((opening, index) => sectionOf(opening) === sections[index]);
    expect(right.length, `${scenario.id}: ${openings.map(sectionOf).join(' ')}`).toBeGreaterThanOrEqual(3);
    read += right.length;
  }
  expect(read / (sections.length * library.scenarios.length)).toBeGreaterThanOrEqual(0.9);
});
