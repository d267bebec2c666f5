import { createRandom, normal } from '#evals/training/random.ts';
import { eachLayer, type LaterLayers, layerSizes, networkWidth } from '#lib/engines/embedded/network.ts';

/** Layers of a network that was never trained. */
export function randomLayers(seed: number, deviation = 0.3): LaterLayers {
  const random = createRandom(seed);
  return eachLayer((name) =>
    Float32Array.from({ length: layerSizes[name] }, () => deviation * normal(random)),
  );
}

/** What the words of so many sentences might add up to. */
export function randomSums(count: number, seed: number): Float64Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: networkWidth }, () => normal(random)),
  );
}
