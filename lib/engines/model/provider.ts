import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { extractJsonMiddleware, type LanguageModelMiddleware, wrapLanguageModel } from 'ai';
import { type Capabilities, capabilitiesOf, type StructuredMode } from './capabilities.ts';
import type { Endpoint, ModelChoice, ModelSettings } from './settings.ts';

type ProviderModel = Parameters<typeof wrapLanguageModel>[0]['model'];

/** A model that can be asked, and what it can do. */
export interface ResolvedModel {
  id: string;
  capabilities: Capabilities;
  /** The model, held to JSON in the given way, or for plain text. */
  languageModel: (mode: StructuredMode | 'text') => ProviderModel;
}

/** The one way from a choice in the environment to a model. Asks nothing of the network. */
export function resolveModel(choice: ModelChoice, settings: ModelSettings): ResolvedModel {
  const model = build(choice, settings.endpoints[choice.provider]);
  return {
    id: choice.id,
    capabilities: capabilitiesOf(choice.provider, settings.capabilities),
    languageModel: (mode) => {
      if (mode === 'text' || mode === 'schema') return model;
      return wrapLanguageModel({ model, middleware: [responseFormat(mode), extractJsonMiddleware()] });
    },
  };
}

function build({ provider, name }: ModelChoice, { apiKey, baseUrl }: Endpoint): ProviderModel {
  const endpoint = { ...(apiKey ? { apiKey } : {}), ...(baseUrl ? { baseURL: baseUrl } : {}) };
  switch (provider) {
    case 'openai':
      return createOpenAI(endpoint)(name);
    case 'anthropic':
      return createAnthropic(endpoint)(name);
    case 'google':
      return createGoogle(endpoint)(name);
    case 'ollama':
    case 'openai-compatible':
      return createOpenAICompatible({
        name: provider,
        ...(apiKey ? { apiKey } : {}),
        baseURL: baseUrl ?? '',
        includeUsage: true,
        supportsStructuredOutputs: true,
      }).chatModel(name);
  }
}

/** Asks for JSON without a schema, or for nothing in particular: the schema is then said in the prompt. */
function responseFormat(mode: 'json' | 'none'): LanguageModelMiddleware {
  return {
    specificationVersion: 'v4',
    transformParams: async ({ params }) => {
      const { responseFormat: format, ...others } = params;
      return format?.type === 'json' && mode === 'json'
        ? { ...others, responseFormat: { type: 'json' } }
        : others;
    },
  };
}
