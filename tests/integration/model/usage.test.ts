import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '#tests/support/scripted-model/behaviour.ts';
import { engineOn, gap, grade, grades, told } from '#tests/support/scripted-model/harness.ts';
import { inTurn, type ScriptedModel, startScriptedModel } from '#tests/support/scripted-model/server.ts';

const question = 'What would you do another way next time?';
const quote = 'I told the platform lead that I disagreed';

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
afterAll(() => model.close());

describe('usage', () => {
  it('is recorded for every request, with its prompt, its tokens and what it cost', async () => {
    const { assess, speak, usage } = engineOn(model.url, { MODEL_PRICES: 'openai-compatible:scripted=2/10' });
    model.play(grades(() => grade('2', quote)));
    await assess(told(), { interviewId: 'i1' });
    model.play(() => say(question));
    await speak(gap, told(), { interviewId: 'i1' });
    expect(usage.records.map(({ purpose, prompt }) => `${purpose} ${prompt.id}`).toSorted()).toEqual([
      'grading grader-common',
      'grading grader-own',
      'speech bar-raiser',
    ]);
    for (const record of usage.records) {
      const { inputTokens, outputTokens, estimatedCost } = record;
      expect(record).toMatchObject({ interviewId: 'i1', counted: true, outcome: 'completed' });
      expect(inputTokens).toBeGreaterThan(500);
      expect(outputTokens).toBeGreaterThan(5);
      expect(estimatedCost).toBeCloseTo(((inputTokens ?? 0) * 2 + (outputTokens ?? 0) * 10) / 1e6);
    }
    const spent = await usage.spent({ interviewId: 'i1' });
    expect(spent.tokens).toBe(
      usage.records.reduce((sum, one) => sum + (one.inputTokens ?? 0) + (one.outputTokens ?? 0), 0),
    );
    expect(spent.unpriced).toBe(0);
  });

  it('holds nothing of what was said', async () => {
    const { assess, usage } = engineOn(model.url);
    model.play(grades(() => grade('2', quote)));
    await assess();
    expect(JSON.stringify(usage.records)).not.toContain('platform lead');
  });

  it('counts a request that was refused as nothing spent, and one that failed as what it was', async () => {
    const { speak, usage } = engineOn(model.url);
    model.play(inTurn({ kind: 'status', status: 500 }, say(question)));
    await speak();
    expect(usage.records).toMatchObject([
      { outcome: 'model_failed', inputTokens: 0, outputTokens: 0, counted: false },
      { outcome: 'completed', counted: true },
    ]);
  });
});

describe('a budget', () => {
  it('stops the next request of the interview, in plain words, and no other interview', async () => {
    const { speak, usage } = engineOn(model.url, { MODEL_BUDGET_INTERVIEW_TOKENS: '500' });
    model.play(() => say(question));
    expect((await speak(gap, told(), { interviewId: 'i1' })).fault).toBeNull();
    const before = model.requests.length;
    const { fault, text } = await speak(gap, told(), { interviewId: 'i1' });
    expect(fault).toMatchObject({
      code: 'model_budget_spent',
      message: expect.stringContaining('of 500 tokens'),
    });
    expect(text).toBe('');
    expect(model.requests).toHaveLength(before);
    expect((await speak(gap, told(), { interviewId: 'i2' })).fault).toBeNull();
    expect(usage.records).toHaveLength(2);
  });

  it('of a day stops everybody', async () => {
    const { speak } = engineOn(model.url, { MODEL_BUDGET_DAY_TOKENS: '500' });
    model.play(() => say(question));
    await speak(gap, told(), { interviewId: 'i1' });
    expect((await speak(gap, told(), { interviewId: 'i2' })).fault?.code).toBe('model_budget_spent');
  });

  it('in dollars needs a price', async () => {
    const { speak } = engineOn(model.url, { MODEL_BUDGET_DAY_DOLLARS: '5' });
    expect((await speak()).fault?.message).toContain(
      'MODEL_PRICES="openai-compatible:scripted=INPUT/OUTPUT"',
    );
  });
});
