import { expect, it } from 'vitest';
import { loadInterviewers } from '#lib/content/interviewers.ts';
import { findScenario, loadLibrary } from '#lib/content/library.ts';
import { loadPrompt } from '#lib/engines/model/prompts.ts';
import { isSpokenByModel, speechPrompt } from '#lib/engines/model/speech-prompt.ts';
import { asking, toldStory } from '#tests/support/bar-raiser-moves.ts';

const scenario = findScenario(loadLibrary(), 'hbdc');
const prompt = loadPrompt('bar-raiser');

function instructions(manner?: string): string {
  const move = asking('gap', 'What did the numbers look like before?');
  if (!isSpokenByModel(move)) throw new Error('A model words a gap.');
  const transcript = toldStory('I wrote the fix in two weeks.');
  return speechPrompt(prompt, {
    move,
    transcript,
    scenario,
    level: 'sde2',
    shown: [],
    problems: null,
    manner,
  }).instructions;
}

it('leaves the usual bar raiser as it was, to the letter', () => {
  expect(instructions()).toBe(prompt.parts.instructions);
});

it.each(loadInterviewers().map(({ id }) => id))(
  'puts the manner of %s behind everything that holds for all, so that it stays one prefix',
  (id) => {
    const own = instructions(id);
    expect(own.startsWith(`${prompt.parts.instructions}\n\n`)).toBe(true);
    expect(own).toMatch(new RegExp(`You are ${id}`, 'i'));
    expect(own).not.toMatch(/\{[a-z_]+\}/u);
  },
);
