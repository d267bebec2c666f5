import { describe, expect, it } from 'vitest';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { capabilitiesOf, readCapabilities } from '#lib/engines/model/capabilities.ts';
import { priceOf, readPrices } from '#lib/engines/model/prices.ts';
import { readModelSettings, type Variables } from '#lib/engines/model/settings.ts';
import { selectEngine } from '#lib/engines/select.ts';

function faultOf(read: () => unknown): BarRaiserError {
  try {
    read();
  } catch (error) {
    if (BarRaiserError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was wrong.');
}

describe('choosing a model by the environment', () => {
  it('chooses nothing for a key alone', () => {
    const variables = {
      OPENAI_API_KEY: 'k',
      ANTHROPIC_API_KEY: 'k',
      OPENAI_BASE_URL: 'http://127.0.0.1:1/v1',
    };
    expect(readModelSettings(variables)).toMatchObject({ speaking: null, grading: null });
    expect(selectEngine({ variables }).id).toBe('embedded');
    expect(selectEngine({ model: 'embedded', variables }).id).toBe('embedded');
  });

  it.each<[string, Variables, string]>([
    ['openai:gpt-x', { OPENAI_API_KEY: 'k' }, 'openai:gpt-x'],
    ['anthropic:claude-x', { ANTHROPIC_API_KEY: 'k' }, 'anthropic:claude-x'],
    ['google:gemini-x', { GEMINI_API_KEY: 'k' }, 'google:gemini-x'],
    [
      'openai-compatible:org/model',
      { OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' },
      'openai-compatible:org/model',
    ],
    ['ollama:llama3.2:3b', {}, 'ollama:llama3.2:3b'],
  ])('%s is an engine of that name', (model, variables, id) => {
    expect(selectEngine({ model, variables }).id).toBe(id);
  });

  it('takes other models for speaking and for grading, or the embedded engine for one of them', () => {
    const both = { OPENAI_API_KEY: 'k', GRADING_MODEL: 'openai:big' };
    expect(selectEngine({ model: 'ollama:small', variables: both })).toMatchObject({
      id: 'ollama:small + openai:big',
      speakingId: 'ollama:small',
      gradingId: 'openai:big',
    });
    const spoken = { GRADING_MODEL: 'embedded' };
    expect(selectEngine({ model: 'ollama:small', variables: spoken })).toMatchObject({
      speakingId: 'ollama:small',
      gradingId: 'embedded',
    });
  });

  it('never sends a key of another provider to an Ollama server', () => {
    expect(
      readModelSettings({ MODEL: 'ollama:x', OPENAI_API_KEY: 'k' }).endpoints.ollama.apiKey,
    ).toBeUndefined();
  });

  it.each<[string, Variables, RegExp]>([
    ['a provider nobody knows', { MODEL: 'acme:x' }, /the providers are openai/u],
    ['a name without a provider', { MODEL: 'gpt-x' }, /openai:NAME/u],
    ['a provider without a name', { MODEL: 'openai:' }, /openai:NAME/u],
    ['a missing key', { MODEL: 'anthropic:x' }, /set ANTHROPIC_API_KEY/u],
    ['a missing address', { MODEL: 'openai-compatible:x' }, /set OPENAI_BASE_URL/u],
    [
      'an address that is none',
      { MODEL: 'openai-compatible:x', OPENAI_BASE_URL: 'localhost' },
      /OPENAI_BASE_URL/u,
    ],
    ['too many samples', { GRADER_SAMPLES: '40' }, /GRADER_SAMPLES/u],
    ['a time that is none', { MODEL_STALL_SECONDS: 'soon' }, /MODEL_STALL_SECONDS/u],
    ['a capability nobody knows', { MODEL_CAPABILITIES: 'json,telepathy' }, /telepathy/u],
    ['a price that is none', { MODEL_PRICES: 'openai:x=cheap' }, /INPUT\/OUTPUT/u],
  ])('says in plain words what is wrong with %s', (_, variables, says) => {
    const fault = faultOf(() => readModelSettings(variables));
    expect(fault.code).toBe('model_settings');
    expect(fault.message).toMatch(says);
    expect(fault.message).not.toContain('undefined');
  });

  it('treats an empty variable as one that is not set', () => {
    const empty = { MODEL: ' ', GRADER_SAMPLES: '', MODEL_STALL_SECONDS: '', MODEL_BUDGET_DAY_TOKENS: '' };
    expect(readModelSettings(empty)).toMatchObject({
      speaking: null,
      samples: 1,
      stallMilliseconds: 60_000,
      budgets: { day: { tokens: null, dollars: null } },
    });
  });
});

describe('capabilities and prices', () => {
  it('are those of the provider unless the environment says otherwise', () => {
    const said = readCapabilities('json, no-streaming,no-temperature,context=16384,parallel=2');
    expect(said).toEqual({
      structured: 'json',
      streaming: false,
      temperature: false,
      contextTokens: 16384,
      parallel: 2,
    });
    expect(capabilitiesOf('ollama', { contextTokens: 16384 })).toMatchObject({
      structured: 'schema',
      contextTokens: 16384,
    });
  });

  it('are not guessed for a model that is not listed', () => {
    expect(priceOf('openai:model-of-tomorrow', {})).toBeNull();
    expect(priceOf('ollama:any', {})).toMatchObject({ input: 0, output: 0 });
    expect(priceOf('openai:m', readPrices('openai:m=1.5/6; google:g=0/0'))).toMatchObject({
      input: 1.5,
      output: 6,
    });
  });
});
