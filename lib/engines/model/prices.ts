import { BarRaiserError } from '#lib/domain/errors.ts';

/** US dollars for a million tokens. `seen`: the month the list price was read; prices change, MODEL_PRICES overrides. */
export interface Price {
  input: number;
  output: number;
  seen: string;
}

/** List prices of models that were looked up; a model that is not here has no known price, and no guess is made. */
const listed: Readonly<Record<string, Price>> = {
  'openai:gpt-4.1': { input: 2, output: 8, seen: '2026-06' },
  'openai:gpt-4.1-mini': { input: 0.4, output: 1.6, seen: '2026-06' },
  'openai:gpt-4o': { input: 2.5, output: 10, seen: '2026-01' },
  'openai:gpt-4o-mini': { input: 0.15, output: 0.6, seen: '2026-01' },
  'openai:gpt-5': { input: 1.25, output: 10, seen: '2026-01' },
  'openai:gpt-5-mini': { input: 0.25, output: 2, seen: '2026-01' },
};

/** What a model costs: as MODEL_PRICES says, as listed, nothing for a server on one's own machine, or null for unknown. */
export function priceOf(modelId: string, overrides: Readonly<Record<string, Price>>): Price | null {
  if (Object.hasOwn(overrides, modelId)) return overrides[modelId] ?? null;
  if (modelId.startsWith('ollama:')) return { input: 0, output: 0, seen: 'always' };
  return Object.hasOwn(listed, modelId) ? (listed[modelId] ?? null) : null;
}

/** US dollars, or null where the price or a count of tokens is not known. Cached input is counted at the full price. */
export function costOf(
  price: Price | null,
  tokens: { input: number | null; output: number | null },
): number | null {
  if (!price || tokens.input === null || tokens.output === null) return null;
  return (tokens.input * price.input + tokens.output * price.output) / 1_000_000;
}

/**
 * Reads MODEL_PRICES: `provider:name=INPUT/OUTPUT` in dollars for a million tokens, several between semicolons.
 * @throws BarRaiserError model_settings for anything else.
 */
export function readPrices(value: string | undefined): Record<string, Price> {
  const entries = (value ?? '').split(';').map((entry) => entry.trim());
  return Object.fromEntries(
    entries.filter(Boolean).map((entry) => {
      const [, id, input, output] = /^(\S+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/u.exec(entry) ?? [];
      if (!id || !input || !output) {
        throw new BarRaiserError(
          'model_settings',
          `MODEL_PRICES has "${entry}". It is provider:name=INPUT/OUTPUT, in dollars for a million tokens.`,
        );
      }
      return [id, { input: Number(input), output: Number(output), seen: 'MODEL_PRICES' }];
    }),
  );
}
