import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { type CapabilityOverrides, readCapabilities } from './capabilities.ts';
import { type Price, readPrices } from './prices.ts';

export const providers = ['openai', 'openai-compatible', 'anthropic', 'google', 'ollama'] as const;
export type Provider = (typeof providers)[number];

/** One model of one provider, as MODEL names it. */
export interface ModelChoice {
  id: `${Provider}:${string}`;
  provider: Provider;
  name: string;
}

export interface Endpoint {
  apiKey: string | undefined;
  baseUrl: string | undefined;
}

/** Tokens count in and out together; money in US dollars. null: no limit. */
export interface Budget {
  tokens: number | null;
  dollars: number | null;
}

/** What may be spent in an interview, by one owner in a day, and by everybody in a day (UTC). */
export interface Budgets {
  interview: Budget;
  ownerDay: Budget;
  day: Budget;
}

export interface ModelSettings {
  /** null: the embedded engine does it. */
  speaking: ModelChoice | null;
  grading: ModelChoice | null;
  endpoints: Record<Provider, Endpoint>;
  capabilities: CapabilityOverrides;
  samples: number;
  stallMilliseconds: number;
  budgets: Budgets;
  prices: Readonly<Record<string, Price>>;
}

export type Variables = Readonly<Record<string, string | undefined>>;

const text = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const url = text.pipe(z.url({ protocol: /^https?$/ }).optional());
const blankAsAbsent = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const limit = z
  .preprocess(blankAsAbsent, z.coerce.number().positive().optional())
  .transform((value) => value ?? null);

const variablesSchema = z.object({
  MODEL: text,
  SPEAKING_MODEL: text,
  GRADING_MODEL: text,
  MODEL_CAPABILITIES: text,
  MODEL_PRICES: text,
  MODEL_STALL_SECONDS: z.preprocess(blankAsAbsent, z.coerce.number().positive().max(3600).default(60)),
  GRADER_SAMPLES: z.preprocess(blankAsAbsent, z.coerce.number().int().min(1).max(9).default(1)),
  MODEL_BUDGET_INTERVIEW_TOKENS: limit,
  MODEL_BUDGET_INTERVIEW_DOLLARS: limit,
  MODEL_BUDGET_OWNER_DAY_TOKENS: limit,
  MODEL_BUDGET_OWNER_DAY_DOLLARS: limit,
  MODEL_BUDGET_DAY_TOKENS: limit,
  MODEL_BUDGET_DAY_DOLLARS: limit,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url,
  ANTHROPIC_API_KEY: text,
  ANTHROPIC_BASE_URL: url,
  GOOGLE_GENERATIVE_AI_API_KEY: text,
  GOOGLE_BASE_URL: url,
  GEMINI_API_KEY: text,
  OLLAMA_BASE_URL: url,
});

/** The variable that holds the key of each provider that asks for one. */
export const keyNames: Partial<Record<Provider, string>> = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  google: 'GOOGLE_GENERATIVE_AI_API_KEY',
};

export const ollamaAddress = 'http://127.0.0.1:11434/v1';

/**
 * What the environment asks for. MODEL=provider:name chooses the model, SPEAKING_MODEL and GRADING_MODEL another one for
 * their part, or `embedded`; a key alone chooses nothing.
 * @throws BarRaiserError model_settings, with a sentence that names the variable and what it may be.
 */
export function readModelSettings(variables: Variables): ModelSettings {
  const parsed = variablesSchema.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw settingsFault(`These settings can't be used. ${problems.join('; ')}.`);
  }
  const values = parsed.data;
  const settings: ModelSettings = {
    speaking: readChoice('SPEAKING_MODEL', values.SPEAKING_MODEL ?? values.MODEL),
    grading: readChoice('GRADING_MODEL', values.GRADING_MODEL ?? values.MODEL),
    endpoints: {
      openai: { apiKey: values.OPENAI_API_KEY, baseUrl: values.OPENAI_BASE_URL },
      'openai-compatible': { apiKey: values.OPENAI_API_KEY, baseUrl: values.OPENAI_BASE_URL },
      anthropic: { apiKey: values.ANTHROPIC_API_KEY, baseUrl: values.ANTHROPIC_BASE_URL },
      google: {
        apiKey: values.GOOGLE_GENERATIVE_AI_API_KEY ?? values.GEMINI_API_KEY,
        baseUrl: values.GOOGLE_BASE_URL,
      },
      ollama: { apiKey: undefined, baseUrl: values.OLLAMA_BASE_URL ?? ollamaAddress },
    },
    capabilities: readCapabilities(values.MODEL_CAPABILITIES),
    samples: values.GRADER_SAMPLES,
    stallMilliseconds: values.MODEL_STALL_SECONDS * 1000,
    budgets: {
      interview: {
        tokens: values.MODEL_BUDGET_INTERVIEW_TOKENS,
        dollars: values.MODEL_BUDGET_INTERVIEW_DOLLARS,
      },
      ownerDay: {
        tokens: values.MODEL_BUDGET_OWNER_DAY_TOKENS,
        dollars: values.MODEL_BUDGET_OWNER_DAY_DOLLARS,
      },
      day: { tokens: values.MODEL_BUDGET_DAY_TOKENS, dollars: values.MODEL_BUDGET_DAY_DOLLARS },
    },
    prices: readPrices(values.MODEL_PRICES),
  };
  for (const choice of [settings.speaking, settings.grading]) if (choice) requireEndpoint(choice, settings);
  return settings;
}

function readChoice(variable: string, value: string | undefined): ModelChoice | null {
  if (value === undefined || value === 'embedded') return null;
  const colon = value.indexOf(':');
  const named = providers.find((provider) => provider === value.slice(0, Math.max(colon, 0)));
  const name = value.slice(colon + 1).trim();
  if (!named || name === '') {
    throw settingsFault(
      `MODEL (or ${variable}) is "${value}". It is a provider and the model's name, such as openai:NAME; the providers are ${providers.join(', ')}.`,
    );
  }
  return { id: `${named}:${name}`, provider: named, name };
}

/** Every provider has what it takes to be asked; a server of one's own needs an address, the others a key. */
function requireEndpoint({ id, provider }: ModelChoice, { endpoints }: ModelSettings): void {
  const { apiKey, baseUrl } = endpoints[provider];
  if (provider === 'openai-compatible' && !baseUrl) {
    throw settingsFault(
      `${id} needs the address of its server: set OPENAI_BASE_URL, such as http://127.0.0.1:8000/v1.`,
    );
  }
  const key = keyNames[provider];
  if (key && !apiKey) throw settingsFault(`${id} needs a key: set ${key}, or choose another MODEL.`);
}

function settingsFault(message: string): BarRaiserError {
  return new BarRaiserError('model_settings', message);
}
