import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { countReading } from '#lib/telemetry/measures.ts';
import { inSpan, spanOver } from '#lib/telemetry/spans.ts';

/** The same engine, its readings and utterances in spans and measured; of what was said nothing is kept. */
export function observedEngine<E extends Engine>(engine: E): E {
  const attributes = { engine: engine.id };
  const assess: Engine['assess'] = async (transcript, scenario, options) => {
    const startedAt = performance.now();
    let outcome = 'completed';
    try {
      return await inSpan('engine assess', { ...attributes, turns: transcript.length }, () =>
        engine.assess(transcript, scenario, options),
      );
    } catch (error) {
      outcome = BarRaiserError.isInstance(error) ? error.code : 'internal';
      throw error;
    } finally {
      countReading((performance.now() - startedAt) / 1000, { ...attributes, outcome });
    }
  };
  const speak: Engine['speak'] = (move, ...rest) =>
    spanOver('engine speak', { ...attributes, move: move.kind }, () => engine.speak(move, ...rest));
  return { ...engine, assess, speak };
}
