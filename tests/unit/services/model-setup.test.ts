import { expect, test } from 'vitest';
import { readModelSetup } from '#lib/services/model-setup.ts';

test('a key alone chooses nothing: it is offered in a sentence that says what to set, and never shown', () => {
  const { model, offers } = readModelSetup({ OPENAI_API_KEY: 'sk-secret', GEMINI_API_KEY: 'g-secret' });
  expect(model).toBeNull();
  expect(offers).toEqual([
    expect.stringContaining('MODEL=openai:NAME'),
    expect.stringContaining('GEMINI_API_KEY'),
  ]);
  expect(offers.join()).not.toContain('secret');
});

test('nothing found, nothing offered', () => {
  expect(readModelSetup({ MODEL: ' ' })).toMatchObject({ model: null, offers: [] });
  expect(readModelSetup({ MODEL: 'embedded', OPENAI_API_KEY: 'k' })).toMatchObject({
    model: null,
    offers: [],
  });
});

test('a model for one part alone is a model', () => {
  const variables = { GRADING_MODEL: 'ollama:gemma3', GRADER_SAMPLES: '3', MODEL_BUDGET_DAY_DOLLARS: '2' };
  expect(readModelSetup(variables)).toMatchObject({
    model: 'embedded',
    samples: 3,
    budgets: { day: { dollars: 2, tokens: null } },
  });
});

test('a model that is set up wrong is refused, by name', () => {
  expect(() => readModelSetup({ MODEL: 'gpt' })).toThrowError(
    expect.objectContaining({ code: 'model_settings' }),
  );
});
