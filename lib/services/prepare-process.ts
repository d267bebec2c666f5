import { BarRaiserError } from '#lib/domain/errors.ts';
import { processContext } from './context.ts';
import { offerLocalOllama } from './find-ollama.ts';
import { keepHouseDaily } from './housekeeping.ts';
import { keepMemorySteady } from './steady-memory.ts';
import { warmUp } from './warm-up.ts';

/**
 * Builds the process's context at its start, so that a fault shows before the first visitor does: the process then
 * ends with one sentence that says what to change.
 */
export async function prepareProcess(): Promise<void> {
  keepMemorySteady();
  try {
    const context = await processContext();
    void offerLocalOllama(context);
    await keepHouseDaily(context);
    await warmUp(context);
  } catch (error) {
    console.error(BarRaiserError.isInstance(error) ? error.message : error);
    process.exit(1);
  }
}
