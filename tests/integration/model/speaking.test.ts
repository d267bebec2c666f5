import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findScenario, loadLibrary } from '#lib/content/library.ts';
import { publishedExample } from '#lib/domain/scenario.ts';
import { checkSpeech } from '#lib/domain/speech-check.ts';
import { type Behaviour, say } from '#tests/support/scripted-model/behaviour.ts';
import { engineOn, gap, scenario, told } from '#tests/support/scripted-model/harness.ts';
import { inTurn, type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';

const lead = 'You tested it on a copy.';
const question = 'What would you do another way next time?';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());

describe('speaking by a model', () => {
  it('gives each sentence as soon as it is complete and passes', async () => {
    const { engine } = engineOn(model.url);
    model.play(() => say(`${lead} ${question}`, { pace: 30 }));
    const words = engine.speak(gap, told(), scenario, { level: 'sde2', random: () => 0.5 });
    const at: number[] = [];
    const startedAt = performance.now();
    for await (const _ of words) at.push(performance.now() - startedAt);
    expect(at).toHaveLength(2);
    // The question is eight words of 30 ms behind the lead.
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(120);
  });

  it('says what passes the check, and sends the move, the level and the principle', async () => {
    const { speak } = engineOn(model.url);
    model.play(() => say(`${lead} ${question}`));
    const { text, statistics } = await speak();
    const context = { move: gap, transcript: told(), example: publishedExample(scenario) };
    expect(checkSpeech(text, context)).toEqual([]);
    expect(statistics).toMatchObject({ attempts: 1, fellBack: false, problems: [], fault: null });
    const request = model.requests.at(-1);
    expect(request).toMatchObject({ stream: true, temperature: 0.4, format: null });
    expect(request?.prompt).toMatch(/SDE2.*Disagree and Commit/u);
    expect(request?.prompt).toContain(gap.wording);
    expect(request?.prompt.trimEnd().split('\n').at(-1)).toMatch(/^Your move now: gap/u);
  });

  it.each([
    ['praise', 'That is impressive work.', 'praise_or_comfort'],
    ['a word of approval', 'Good.', 'praise_or_comfort'],
    ['a quotation nobody said', 'You said "we gave up on it".', 'quote_not_said'],
    ['a figure nobody gave', 'You lost 9,000 rows.', 'number_not_said'],
    ['an early question', 'Was it hard?', 'yes_no_question'],
  ])('%s is never shown; the whole is worded once more', async (_, wrong, problem) => {
    const { speak } = engineOn(model.url);
    const before = model.requests.length;
    model.play(inTurn(say(`${wrong} ${question}`), say(question)));
    const { text, statistics } = await speak();
    expect(text).toBe(question);
    expect(statistics).toMatchObject({ attempts: 2, fellBack: false });
    expect(statistics?.problems).toContain(problem);
    expect(model.requests).toHaveLength(before + 2);
    expect(model.requests.at(-1)?.prompt).toContain('Your last try was set aside');
  });

  it('keeps what was shown when the rest fails, and words only the rest anew', async () => {
    const { speak } = engineOn(model.url);
    model.play(inTurn(say(`${lead} Was that enough?`), say(question)));
    const { pieces, statistics } = await speak();
    expect(pieces).toEqual([lead, ` ${question}`]);
    expect(statistics).toMatchObject({ attempts: 2, fellBack: false, problems: ['yes_no_question'] });
    expect(model.requests.at(-1)?.prompt).toContain(`ALREADY SAID\n${lead}`);
  });

  it('falls back to the neutral wording after the second failure, and counts it', async () => {
    const { speak } = engineOn(model.url);
    model.play(inTurn(say(`${lead} Was that enough?`), say('Great work. And was it enough?')));
    const { pieces, statistics } = await speak();
    expect(pieces).toEqual([lead, ` ${gap.wording}`]);
    expect(statistics).toMatchObject({ attempts: 2, fellBack: true });
  });

  it('says the neutral wording alone when nothing passed', async () => {
    const { speak } = engineOn(model.url);
    model.play(() => say('I am only a language model and have no questions.'));
    const { text, statistics } = await speak();
    expect(text).toBe(gap.wording);
    expect(statistics).toMatchObject({ attempts: 2, fellBack: true });
  });

  it('drops what follows the question', async () => {
    const { speak, usage } = engineOn(model.url);
    model.play(() => say(`${question} Great answer so far! (Note: they lack reflection.)`));
    const { text, statistics } = await speak();
    expect(text).toBe(question);
    expect(statistics).toMatchObject({ attempts: 1, fellBack: false });
    expect(usage.records).toMatchObject([{ outcome: 'completed', counted: true }]);
  });

  it('does not wait for a model that goes on and on after its question', async () => {
    const { speak, usage } = engineOn(model.url, { MODEL_STALL_SECONDS: '30' });
    model.play(() => say(`${question} ${'and so on '.repeat(400)}`, { pace: 20 }));
    const startedAt = performance.now();
    const { text } = await speak();
    expect(text).toBe(question);
    expect(performance.now() - startedAt).toBeLessThan(3500);
    expect(usage.records).toMatchObject([{ outcome: 'abandoned', counted: false }]);
  });

  it('speaks fixed words without asking the model', async () => {
    const { speak } = engineOn(model.url);
    const before = model.requests.length;
    const { script } = loadLibrary();
    const close = {
      kind: 'close',
      because: 'covered',
      reason: 'test',
      wording: script.close.covered,
    } as const;
    const meta = { kind: 'meta', meta: 'wait', reason: 'test', wording: script.meta.wait } as const;
    const opening = { kind: 'opening', reason: 'test', wording: scenario.question } as const;
    expect((await speak(close)).text).toBe(script.close.covered);
    expect((await speak(meta)).text).toBe(script.meta.wait);
    expect((await speak(opening, [])).text).toBe(scenario.question);
    expect(model.requests).toHaveLength(before);
  });

  it('takes whole answers from a server that cannot stream', async () => {
    const { speak } = engineOn(model.url, { MODEL_CAPABILITIES: 'no-streaming' });
    model.play(() => say(`${lead} ${question}`));
    const { pieces } = await speak();
    expect(pieces).toEqual([lead, ` ${question}`]);
    expect(model.requests.at(-1)?.stream).toBe(false);
  });

  it('asks again without a temperature when the server says that it takes none, and remembers', async () => {
    const { speak, log } = engineOn(model.url);
    const before = model.requests.length;
    const noTemperature: Behaviour = { kind: 'status', status: 400, error: { param: 'temperature' } };
    model.play((request) => (request.temperature === undefined ? say(question) : noTemperature));
    expect((await speak()).text).toBe(question);
    expect((await speak()).text).toBe(question);
    expect(model.requests.slice(before).map(({ temperature }) => temperature)).toEqual([
      0.4,
      undefined,
      undefined,
    ]);
    expect(log).toHaveLength(1);
  });

  it('stops when the caller does, without a fault of the model', async () => {
    const { engine } = engineOn(model.url, { MODEL_STALL_SECONDS: '30' });
    model.play(() => ({ kind: 'stall' }));
    const stop = new AbortController();
    const words = engine.speak(gap, told(), scenario, {
      level: 'sde2',
      random: () => 0.5,
      signal: stop.signal,
    });
    const first = words[Symbol.asyncIterator]().next();
    await pause(50);
    stop.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('leaves out the earliest exchanges for a server that reads little at once, never the story or the last', async () => {
    const { speak } = engineOn(model.url, { MODEL_CAPABILITIES: 'context=2400' });
    model.play(() => say(question));
    const exchanges = Array.from({ length: 6 }, (_, index) => ({
      move: { ...gap, wording: `What did you do in week ${index + 1}?` },
      reply: `In week ${index + 1} I wrote tests. ${'I checked every table by hand. '.repeat(30)}`,
    }));
    const { text, fault } = await speak(gap, told(undefined, ...exchanges));
    expect(fault).toBeNull();
    expect(text).toBe(question);
    const prompt = model.requests.at(-1)?.prompt ?? '';
    expect(prompt).toContain('Nobody had asked me to look');
    expect(prompt).not.toContain('In week 1 I wrote');
    expect(prompt).toContain('In week 6 I wrote');
    expect(prompt).toMatch(/=====\S+ \d+ TURNS LEFT OUT/u);
  });

  it('says that a server reads too little when the story alone is too long', async () => {
    const { speak } = engineOn(model.url, { MODEL_CAPABILITIES: 'context=1000' });
    const before = model.requests.length;
    expect((await speak()).fault?.code).toBe('model_context_full');
    expect(model.requests).toHaveLength(before);
  });

  it('reaches every documented move of every scenario with a whole prompt', async () => {
    const { engine } = engineOn(model.url);
    model.play(() => say('What happened then?'));
    for (const id of ['hbdc', 'ownership', 'divedeep', 'deliver']) {
      const one = findScenario(loadLibrary(), id);
      for await (const _ of engine.speak(gap, told(), one, { level: 'senior', random: () => 0.5 }));
      expect(model.requests.at(-1)?.prompt).toContain(one.question);
      expect(model.requests.at(-1)?.prompt).not.toMatch(/\{[a-z_]+\}/u);
    }
  });
});
