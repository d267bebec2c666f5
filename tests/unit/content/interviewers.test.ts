import { describe, expect, it } from 'vitest';
import { loadInterviewers } from '#lib/content/interviewers.ts';
import { loadLibrary } from '#lib/content/library.ts';
import { fillSlots } from '#lib/domain/interviewer-script.ts';
import type { Move } from '#lib/domain/move.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import { checkSpeech } from '#lib/domain/speech-check.ts';
import { loadMannerWordings, loadWordings } from '#lib/engines/embedded/wordings.ts';
import { loadPrompt, textOf } from '#lib/engines/model/prompts.ts';

const interviewers = loadInterviewers();
const [scenario] = loadLibrary().scenarios;
if (!scenario) throw new Error('The library is empty.');
const example = publishedExample(scenario);
const { question } = scenario;
const opening: Move = { kind: 'opening', reason: 'r', wording: 'w' };
const close: Move = { kind: 'close', because: 'covered', reason: 'r', wording: 'w' };
const meta: Move = { kind: 'meta', meta: 'wait', reason: 'r', wording: 'w' };
const depth: Move = { kind: 'depth', reason: 'r', wording: 'w', aims: [], followUpId: null, phrase: null };
const redirect: Move = { kind: 'redirect', reason: 'r', wording: 'w' };
const problems = (text: string, move: Move) => checkSpeech(text, { move, transcript: [], example });

it('are two, with manners of their own', () => {
  expect(interviewers.map(({ id }) => id)).toEqual(['ruth', 'viktor']);
  const words = (id: string) =>
    loadMannerWordings(id)
      .plain.gap.map((line) => line.split(' ').length)
      .reduce((sum, count) => sum + count, 0);
  expect(words('ruth')).toBeGreaterThan(2 * words('viktor'));
});

describe.each(interviewers)('$name', ({ id, script }) => {
  it('says nothing in fixed words that the speech check would stop', () => {
    expect(problems(fillSlots(script.opening, { minutes: '15', question }), opening)).toEqual([]);
    for (const words of Object.values(script.close)) expect(problems(words, close), words).toEqual([]);
    for (const words of [script.meta.wait, script.meta.another_story, script.meta.end])
      expect(problems(words, meta), words).toEqual([]);
    for (const words of script.depth) expect(problems(words, depth), words).toEqual([]);
    for (const words of Object.values(script.redirect)) expect(problems(words, redirect), words).toEqual([]);
  });

  it('puts the question again at the end, and announces nothing when closing', () => {
    const again = [script.meta.repeat, script.meta.clarify, script.meta.greeting, script.stay_with_story];
    for (const template of again) expect(fillSlots(template, { question }).endsWith(question)).toBe(true);
    for (const words of Object.values(script.close)) expect(words).not.toMatch(/next|vote|debrief|break/i);
  });

  it('leads in with words the speech check lets pass before a question', () => {
    const { plain } = loadMannerWordings(id);
    const leads = [
      ...plain.first,
      ...plain.dig[1],
      ...plain.dig[2],
      ...plain.gap,
      ...plain.probe,
      ...plain.depth,
    ];
    for (const lead of leads) expect(problems(`${lead} What did you do then?`, depth), lead).toEqual([]);
  });

  it('says a question more simply in the words all share', () => {
    expect(loadMannerWordings(id).clarify.criteria).toEqual(loadWordings().clarify.criteria);
  });

  it('has a manner for a model to speak in', () => {
    expect(textOf(loadPrompt('interviewer-manner'), 'manner', id)).not.toBe('');
  });
});
