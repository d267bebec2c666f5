import { BarRaiserError } from '#lib/domain/errors.ts';

/** For each provider: the variable of its address, that address by default, and the variable of its key. */
const providers: Readonly<Record<string, { address: string; standard: string | null; key: string | null }>> =
  {
    openai: { address: 'OPENAI_BASE_URL', standard: 'https://api.openai.com/v1', key: 'OPENAI_API_KEY' },
    'openai-compatible': { address: 'OPENAI_BASE_URL', standard: null, key: null },
    anthropic: {
      address: 'ANTHROPIC_BASE_URL',
      standard: 'https://api.anthropic.com/v1',
      key: 'ANTHROPIC_API_KEY',
    },
    google: {
      address: 'GOOGLE_BASE_URL',
      standard: 'https://generativelanguage.googleapis.com/v1beta',
      key: 'GOOGLE_GENERATIVE_AI_API_KEY',
    },
    ollama: { address: 'OLLAMA_BASE_URL', standard: 'http://127.0.0.1:11434/v1', key: null },
  };

type Variables = Readonly<Record<string, string | undefined>>;

function providerOf({ MODEL }: Variables) {
  const found = providers[MODEL?.split(':')[0] ?? ''];
  if (!found)
    throw new BarRaiserError(
      'model_settings',
      'MODEL names the model that is recorded or replayed, such as openai:NAME.',
    );
  return found;
}

/** Where the model of these variables is asked. @throws BarRaiserError model_settings when nothing says so. */
export function upstreamOf(variables: Variables): string {
  const { address, standard } = providerOf(variables);
  const upstream = variables[address]?.trim() || standard;
  if (!upstream) throw new BarRaiserError('model_settings', `${address} says where the model is.`);
  return upstream;
}

/** The variables that send the product to a server at `url` instead; a replay needs no key, so it gets one that is none. */
export function redirected(variables: Variables, url: string, replaying: boolean): Record<string, string> {
  const { address, key } = providerOf(variables);
  return { [address]: url, ...(key && replaying ? { [key]: 'replayed' } : {}) };
}
