import { BarRaiserError } from '#lib/domain/errors.ts';
import { createEmbeddedEngine } from './embedded/embedded-engine.ts';
import type { Engine } from './engine.ts';

/**
 * The engine that is asked for: the embedded one unless a model is named.
 * @throws BarRaiserError engine_failed for a model: never a silent switch to another engine.
 */
export function selectEngine({ model }: { model?: string | undefined }): Engine {
  if (model) {
    throw new BarRaiserError(
      'engine_failed',
      `MODEL is set to "${model}", but engines that use a model are not built in yet. Unset MODEL to use the embedded engine.`,
    );
  }
  return createEmbeddedEngine();
}
