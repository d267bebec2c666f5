import { describe, expect, it } from 'vitest';
import { costOf } from '#lib/engines/model/prices.ts';
import { createMemoryUsageStore, refuseOverBudget, type UsageRecord } from '#lib/engines/model/usage.ts';

const noon = Date.UTC(2026, 10, 23, 12);
const none = { tokens: null, dollars: null };

function used(change: Partial<UsageRecord> = {}): UsageRecord {
  return {
    at: noon,
    interviewId: 'i1',
    purpose: 'grading',
    model: 'openai:m',
    prompt: { id: 'grader-common', version: 1, hash: 'abc' },
    inputTokens: 900,
    outputTokens: 100,
    cachedInputTokens: null,
    counted: true,
    estimatedCost: 0.01,
    milliseconds: 5,
    outcome: 'completed',
    ...change,
  };
}

async function check(
  budgets: Partial<{ interview: object; ownerDay: object; day: object }>,
  records: UsageRecord[],
  interviewId = 'i1',
) {
  const store = createMemoryUsageStore();
  for (const record of records) await store.record(record);
  const price = { input: 1, output: 1, seen: 'test' };
  const all = {
    interview: { ...none, ...budgets.interview },
    ownerDay: { ...none, ...budgets.ownerDay },
    day: { ...none, ...budgets.day },
  };
  return refuseOverBudget({ budgets: all, store, price, modelId: 'openai:m' }, { interviewId, now: noon });
}

describe('budgets', () => {
  it.each([
    ['the tokens of an interview', { interview: { tokens: 1000 } }, /this interview.*1,000 of 1,000 tokens/u],
    ['the money of an interview', { interview: { dollars: 0.01 } }, /this interview.*\$0\.01 of \$0\.01/u],
    ['the tokens of a day', { day: { tokens: 500 } }, /today/u],
    ["the tokens of an owner's day", { ownerDay: { tokens: 500 } }, /your day.*of 500 tokens/u],
    ["the money of an owner's day", { ownerDay: { dollars: 0.005 } }, /your day/u],
    ['the money of a day', { day: { dollars: 0.005 } }, /today/u],
  ])('refuse a request when %s are spent', async (_, budgets, says) => {
    await expect(check(budgets, [used()])).rejects.toMatchObject({
      code: 'model_budget_spent',
      message: expect.stringMatching(says),
    });
  });

  it('let a request pass that starts within them', async () => {
    await expect(
      check({ interview: { tokens: 1001 }, day: { dollars: 0.02 } }, [used()]),
    ).resolves.toBeUndefined();
  });

  it('count an interview and a day each for itself', async () => {
    const yesterday = used({ at: noon - 86_400_000 });
    await expect(check({ day: { tokens: 500 } }, [yesterday])).resolves.toBeUndefined();
    await expect(check({ interview: { tokens: 500 } }, [used()], 'i2')).resolves.toBeUndefined();
  });

  it('in money need a price', async () => {
    const budgets = { interview: { tokens: null, dollars: 1 }, ownerDay: none, day: none };
    const store = createMemoryUsageStore();
    await expect(
      refuseOverBudget(
        { budgets, store, price: null, modelId: 'openai:m' },
        { interviewId: null, now: noon },
      ),
    ).rejects.toMatchObject({ code: 'model_settings', message: expect.stringContaining('MODEL_PRICES') });
  });
});

describe('the estimated cost', () => {
  it('is by the million tokens, and unknown where anything is', () => {
    const price = { input: 2, output: 8, seen: 'test' };
    expect(costOf(price, { input: 500_000, output: 125_000 })).toBe(2);
    expect(costOf(null, { input: 1, output: 1 })).toBeNull();
    expect(costOf(price, { input: null, output: 1 })).toBeNull();
  });
});
