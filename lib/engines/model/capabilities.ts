import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Provider } from './settings.ts';

/** How a server can be held to JSON: to a schema, to JSON of any shape, or not at all. Best first. */
export const structuredModes = ['schema', 'json', 'none'] as const;
export type StructuredMode = (typeof structuredModes)[number];

export interface Capabilities {
  structured: StructuredMode;
  streaming: boolean;
  temperature: boolean;
  /** Tokens the server reads at most; null: not known, not checked. */
  contextTokens: number | null;
  /** Requests it is sent at once at most. */
  parallel: number;
}
export type CapabilityOverrides = Partial<Capabilities>;

/**
 * What each provider's current models can do, after their documentation (November 2026). Ollama reads 4,096 tokens
 * unless its server is told otherwise (OLLAMA_CONTEXT_LENGTH), and drops the rest without a word.
 */
const byProvider: Record<Provider, Capabilities> = {
  openai: { structured: 'schema', streaming: true, temperature: true, contextTokens: 128_000, parallel: 8 },
  'openai-compatible': {
    structured: 'schema',
    streaming: true,
    temperature: true,
    contextTokens: null,
    parallel: 4,
  },
  anthropic: {
    structured: 'schema',
    streaming: true,
    temperature: true,
    contextTokens: 200_000,
    parallel: 8,
  },
  google: { structured: 'schema', streaming: true, temperature: true, contextTokens: 1_000_000, parallel: 8 },
  ollama: { structured: 'schema', streaming: true, temperature: true, contextTokens: 4096, parallel: 1 },
};

export function capabilitiesOf(provider: Provider, overrides: CapabilityOverrides): Capabilities {
  return { ...byProvider[provider], ...overrides };
}

/**
 * Reads MODEL_CAPABILITIES: words between commas, such as `json,no-streaming,no-temperature,context=16384`.
 * @throws BarRaiserError model_settings for a word it does not know.
 */
export function readCapabilities(value: string | undefined): CapabilityOverrides {
  const known: CapabilityOverrides = {};
  for (const word of (value ?? '').split(',').map((part) => part.trim())) {
    const mode = structuredModes.find((candidate) => candidate === word);
    const [, name, count] = /^(context|parallel)=(\d{1,8})$/u.exec(word) ?? [];
    const switched = /^(?:no-)?(streaming|temperature)$/u.exec(word)?.[1];
    if (word === '') continue;
    if (mode) known.structured = mode;
    else if (switched === 'streaming') known.streaming = !word.startsWith('no-');
    else if (switched === 'temperature') known.temperature = !word.startsWith('no-');
    else if (name === 'context' && Number(count) > 0) known.contextTokens = Number(count);
    else if (name === 'parallel' && Number(count) > 0) known.parallel = Number(count);
    else {
      throw new BarRaiserError(
        'model_settings',
        `MODEL_CAPABILITIES has "${word}". It takes schema, json or none; streaming or no-streaming; temperature or no-temperature; context=TOKENS; parallel=REQUESTS.`,
      );
    }
  }
  return known;
}
