import { z } from 'zod';
import { ollamaAddress } from '#lib/engines/model/settings.ts';
import type { ProcessContext } from './context.ts';
import { ollamaOffer } from './model-setup.ts';

const modelListSchema = z.object({ data: z.array(z.object({ id: z.string() })).min(1) });
const waitMilliseconds = 800;

/**
 * Looks once, at the start of the process, whether an Ollama server runs on this machine, so that it can be offered where
 * no model is set up. Nothing but the list of its models is asked for, and no page waits for it.
 */
export async function offerLocalOllama({ models }: Pick<ProcessContext, 'models'>): Promise<void> {
  if (models.model !== null) return;
  try {
    const response = await fetch(`${ollamaAddress}/models`, {
      signal: AbortSignal.timeout(waitMilliseconds),
    });
    const list = modelListSchema.safeParse(await response.json());
    const name = list.data?.data[0]?.id;
    if (name !== undefined) models.offers.push(ollamaOffer(name));
  } catch (error) {
    // Nobody there, something else there, or too slow to tell: in any case no Ollama to offer.
    if (!(error instanceof Error)) throw error;
  }
}
