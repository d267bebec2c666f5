import { describe, expect, it } from 'vitest';
import { loadLibrary } from '#lib/content/library.ts';
import { fillSlots } from '#lib/domain/interviewer-script.ts';
import { closedQuestion } from './texts.ts';

const { script } = loadLibrary();
const question = 'What happened then?';
const asksAgain = [script.meta.repeat, script.meta.clarify, script.meta.greeting, script.stay_with_story];
const saysOnly = [
  script.meta.wait,
  script.meta.another_story,
  script.meta.end,
  ...Object.values(script.close),
];
const asks = [script.redirect.no_story, script.redirect.unsupported_language, ...script.depth];

describe('the fixed words', () => {
  it('open with the question and the time there is', () => {
    const spoken = fillSlots(script.opening, { minutes: '25', question });
    expect(spoken).toContain('25 minutes');
    expect(spoken.endsWith(question)).toBe(true);
  });

  it.each(asksAgain)('put the question again at the end: %s', (template) => {
    expect(fillSlots(template, { question }).endsWith(question)).toBe(true);
  });

  it.each(saysOnly)('ask nothing and need nothing filled in: %s', (template) => {
    expect(fillSlots(template, {})).not.toContain('?');
  });

  it.each(asks)('ask one open question: %s', (template) => {
    const sentences = fillSlots(template, {}).split(/(?<=[.?]) /);
    expect(sentences.filter((sentence) => sentence.endsWith('?'))).toEqual(sentences.slice(-1));
    expect(sentences.at(-1)).not.toMatch(closedQuestion);
  });

  it.each(script.contradiction)('hold two statements side by side without taking sides: %s', (template) => {
    const spoken = fillSlots(template, {
      about: 'the length',
      first: 'a week',
      second: 'a month',
    });
    for (const words of ['the length', '"a week"', '"a month"']) expect(spoken).toContain(words);
    expect(spoken.match(/\?/g)).toHaveLength(1);
  });

  it('never praise, comfort or judge', () => {
    const spoken = [script.opening, ...script.contradiction, ...asksAgain, ...saysOnly, ...asks].join(' ');
    expect(spoken).not.toMatch(
      /\b(?:great|good|excellent|perfect|interesting|impressive|well done|don't worry|no problem|sorry|unfortunately|strong|weak)\b/i,
    );
  });
});
