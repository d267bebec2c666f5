import {
  type Budget,
  keyNames,
  type ModelSettings,
  readModelSettings,
  type Variables,
} from '#lib/engines/model/settings.ts';

/** How models are set up in this process, as far as a page tells it. */
export interface ModelSetup {
  /** MODEL as it is set, `embedded` where only SPEAKING_MODEL or GRADING_MODEL is; null: no model. */
  model: string | null;
  samples: number;
  budgets: ModelSettings['budgets'];
  /** What was found and is not used: one sentence each, with what to set. */
  offers: string[];
}

const unlimited: Budget = { tokens: null, dollars: null };

/** No model, and none to offer. */
export const noModels: ModelSetup = {
  model: null,
  samples: 1,
  budgets: { interview: unlimited, ownerDay: unlimited, day: unlimited },
  offers: [],
};

/**
 * Reads what the environment says of models; asks nothing of the network.
 * @throws BarRaiserError model_settings for a model that is not set up right.
 */
export function readModelSetup(variables: Variables): ModelSetup {
  const isSet = (name: string) => (variables[name] ?? '').trim() !== '';
  const parts = isSet('SPEAKING_MODEL') || isSet('GRADING_MODEL') ? 'embedded' : null;
  const model = isSet('MODEL') ? (variables.MODEL ?? '').trim() : parts;
  if (model === null) return { ...noModels, offers: offersOf(isSet) };
  const { samples, budgets, speaking, grading } = readModelSettings({ ...variables, MODEL: model });
  return speaking || grading ? { model, samples, budgets, offers: [] } : noModels;
}

const providerNames = { openai: 'OpenAI', anthropic: 'Anthropic', google: 'Google' } as const;

function offersOf(isSet: (name: string) => boolean): string[] {
  const keys = (['openai', 'anthropic', 'google'] as const).flatMap((provider) => {
    const key = [keyNames[provider], provider === 'google' ? 'GEMINI_API_KEY' : undefined].find(
      (name) => name !== undefined && isSet(name),
    );
    return key ? [keyOffer(key, provider)] : [];
  });
  const server = isSet('OPENAI_BASE_URL')
    ? [
        'OPENAI_BASE_URL is set on this server. The model server there is not used unless you start Bar Raiser with MODEL=openai-compatible:NAME.',
      ]
    : [];
  const ollama = isSet('OLLAMA_BASE_URL') ? [ollamaOffer('NAME')] : [];
  return [...keys, ...server, ...ollama];
}

function keyOffer(key: string, provider: keyof typeof providerNames): string {
  return `A key for ${providerNames[provider]} (${key}) is set on this server. It is not used unless you start Bar Raiser with MODEL=${provider}:NAME.`;
}

/** The sentence that offers a local Ollama server, with one of its models. */
export function ollamaOffer(name: string): string {
  return `An Ollama server is at hand. It is not used unless you start Bar Raiser with MODEL=ollama:${name}.`;
}
