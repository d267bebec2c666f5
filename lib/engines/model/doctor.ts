import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { CallDependencies, ModelCaller } from './call.ts';
import { capabilitiesOf } from './capabilities.ts';
import { createModelCaller } from './model-caller.ts';
import { priceOf } from './prices.ts';
import { loadPrompt } from './prompts.ts';
import { resolveModel } from './provider.ts';
import {
  type ModelChoice,
  type ModelSettings,
  ollamaAddress,
  readModelSettings,
  type Variables,
} from './settings.ts';
import { createMemoryUsageStore } from './usage.ts';

export interface DoctorDependencies extends Omit<CallDependencies, 'settings' | 'usage'> {
  /** Asks whether a local server answers, and gives its models' names; null when nobody does. */
  localModels: (address: string) => Promise<string[] | null>;
}

/** Names a person may have set; their values are never shown. */
const keys = [
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'GOOGLE_GENERATIVE_AI_API_KEY',
  'GEMINI_API_KEY',
] as const;
const addresses = ['OPENAI_BASE_URL', 'ANTHROPIC_BASE_URL', 'GOOGLE_BASE_URL', 'OLLAMA_BASE_URL'] as const;

/**
 * Says, line by line, what the environment holds, what would speak and grade, and whether it answers: one tiny request
 * for each model. Returns whether all that is chosen works; no model chosen is no fault.
 */
export async function* examine(
  variables: Variables,
  dependencies: DoctorDependencies,
): AsyncGenerator<string, boolean> {
  const isSet = (name: string) => (variables[name] ?? '').trim() !== '';
  const found = [
    ...keys.filter(isSet),
    ...addresses.filter(isSet).map((name) => `${name} (${hostOf(variables[name])})`),
  ];
  yield `Found: ${found.length > 0 ? found.join(', ') : 'no key and no address of a model'}.`;

  let settings: ModelSettings;
  try {
    settings = readModelSettings(variables);
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    yield `Problem: ${error.message}`;
    return false;
  }
  const { speaking, grading } = settings;
  yield `Speaks: ${speaking?.id ?? 'the embedded engine'}.`;
  yield `Grades: ${grading?.id ?? 'the embedded engine'}${grading && settings.samples > 1 ? `, ${settings.samples} readings of each answer` : ''}.`;
  const ollama = settings.endpoints.ollama.baseUrl ?? ollamaAddress;
  const local = await dependencies.localModels(ollama);
  if (local && speaking?.provider !== 'ollama' && grading?.provider !== 'ollama') {
    yield `An Ollama server answers at ${ollama}. It is not used unless you choose it: MODEL=ollama:${local[0] ?? 'NAME'}.`;
  }
  const chosen = [speaking, grading].filter((choice) => choice !== null);
  const distinct = [...new Map(chosen.map((choice) => [choice.id, choice])).values()];
  if (distinct.length === 0) {
    yield found.length > 0
      ? 'A key alone chooses nothing. To use a model, set MODEL=provider:name, such as MODEL=openai:NAME.'
      : 'No model is needed. To use one, set MODEL=provider:name and its key.';
    return true;
  }
  const results: boolean[] = [];
  for (const choice of distinct) results.push(yield* examineModel(choice, settings, dependencies));
  return results.every(Boolean);
}

/** Where an address leads, without what may be secret in it. */
function hostOf(address = ''): string {
  return URL.canParse(address) ? new URL(address).host : 'no address';
}

async function* examineModel(
  choice: ModelChoice,
  settings: ModelSettings,
  dependencies: DoctorDependencies,
): AsyncGenerator<string, boolean> {
  const usage = createMemoryUsageStore();
  const notes: string[] = [];
  const caller = createModelCaller(resolveModel(choice, settings), {
    ...dependencies,
    settings: { ...settings, budgets: noBudgets },
    usage,
    log: (line) => notes.push(line),
  });
  const { contextTokens, streaming, structured } = capabilitiesOf(choice.provider, settings.capabilities);
  const price = priceOf(choice.id, settings.prices);
  yield [
    `${choice.id}: asked for ${structured === 'schema' ? 'answers by schema' : structured === 'json' ? 'JSON' : 'plain words'}`,
    streaming ? 'streamed' : 'whole',
    contextTokens ? `at most ${contextTokens.toLocaleString('en')} tokens at once` : 'length not limited',
    price
      ? `$${price.input}/$${price.output} a million tokens (${price.seen})`
      : 'price not known (MODEL_PRICES)',
  ].join(', ');
  const startedAt = dependencies.clock();
  try {
    await tinyCall(caller);
  } catch (error) {
    if (!BarRaiserError.isInstance(error)) throw error;
    yield `${choice.id} does not work: ${error.message}`;
    return false;
  }
  for (const note of notes) yield note;
  const { tokens } = await usage.spent({ since: 0 });
  yield `${choice.id} works: answered in ${dependencies.clock() - startedAt} ms, ${tokens} tokens.`;
  return true;
}

const noBudgets = {
  interview: { tokens: null, dollars: null },
  ownerDay: { tokens: null, dollars: null },
  day: { tokens: null, dollars: null },
};

async function tinyCall(caller: ModelCaller): Promise<void> {
  const prompt = loadPrompt('doctor');
  await caller.generate({
    purpose: 'check',
    prompt,
    instructions: prompt.parts.instructions,
    request: prompt.parts.request,
    temperature: 0,
    interviewId: null,
    returns: z.record(z.string(), z.unknown()).parse(prompt.returns),
    schema: z.strictObject({ ready: z.boolean() }),
  });
}
