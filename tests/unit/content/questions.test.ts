import { describe, expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { countWords } from '#lib/domain/clock.ts';
import { foldedLine } from '#lib/domain/fold-text.ts';
import type { FollowUp, Scenario } from '#lib/domain/scenario.ts';
import { closedQuestion, storyOf } from './texts.ts';

const { scenarios, rubric, script } = loadLibrary();
const followUps = scenarios.flatMap((scenario) =>
  scenario.follow_ups.map((followUp) => ({ name: `${scenario.id} ${followUp.id}`, scenario, followUp })),
);
const slotNames = ({ neutral }: FollowUp) => [...neutral.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const withStandIns = ({ neutral, slots }: FollowUp) =>
  Object.entries(slots).reduce((text, [name, standIn]) => text.replaceAll(`{${name}}`, standIn), neutral);

/** Capitalised words inside a sentence: the names of this story's people, places and teams. */
function properNouns(scenario: Scenario): Set<string> {
  const named = storyOf(scenario).matchAll(/(?<=[\p{Ll}\p{N},] )\p{Lu}\p{L}+/gu);
  return new Set([...named].map(([word]) => word.toLowerCase()));
}

describe('a closed question', () => {
  it.each(['Did you measure it?', 'After that, was it better?', "Isn't that the same?"])('%s', (question) => {
    expect(question).toMatch(closedQuestion);
  });
});

describe.each(followUps)('the neutral form of $name', ({ scenario, followUp }) => {
  const spoken = withStandIns(followUp);

  it('fills every slot from a fact, with a stand-in for each', () => {
    expect(slotNames(followUp).toSorted()).toEqual(Object.keys(followUp.slots).toSorted());
    expect(spoken).not.toMatch(/[{}]/);
  });

  it('is one open question of at most 35 words', () => {
    expect(spoken.match(/\?/g)).toHaveLength(1);
    expect(spoken.endsWith('?')).toBe(true);
    expect(spoken).not.toMatch(closedQuestion);
    expect(countWords(spoken)).toBeLessThanOrEqual(35);
  });

  it('holds no number and no name of the published example', () => {
    const names = properNouns(scenario);
    expect(names.size).toBeGreaterThan(0);
    expect(spoken).not.toMatch(/\d/);
    expect(
      foldedLine(spoken)
        .split(' ')
        .filter((word) => names.has(word)),
    ).toEqual([]);
  });
});

describe.each(rubric.criteria)('the questions of $id', ({ questions }) => {
  it.each(questions)('%s', (question) => {
    expect(question.match(/\?/g)).toHaveLength(1);
    expect(question.endsWith('?')).toBe(true);
    expect(question).not.toMatch(closedQuestion);
    expect(countWords(question)).toBeLessThanOrEqual(25);
    expect(question).not.toMatch(/\d|[{}]/);
    expect(question).not.toMatch(/\b(situation|task|action|result)s?\b/i);
  });
});

it('names no criterion in a question', () => {
  const questions = [
    ...rubric.criteria.flatMap((criterion) => criterion.questions),
    ...followUps.map(({ followUp }) => withStandIns(followUp)),
    ...script.depth,
  ].map((question) => ` ${foldedLine(question)} `);
  const names = rubric.criteria.flatMap(({ id, name }) => [foldedLine(name), id.replace('_', ' ')]);
  expect(questions.filter((question) => names.some((name) => question.includes(` ${name} `)))).toEqual([]);
});

it('asks nothing twice in the whole library', () => {
  const wordings = [
    ...rubric.criteria.flatMap((criterion) => criterion.questions),
    ...followUps.map(({ followUp }) => withStandIns(followUp)),
    ...script.depth,
  ].map(foldedLine);
  expect(wordings.filter((wording, index) => wordings.indexOf(wording) !== index)).toEqual([]);
});
