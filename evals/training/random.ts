/** mulberry32: a small seeded generator, uniform in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A shuffled copy (Fisher-Yates), the same for the same seed. */
export function shuffled(order: Int32Array, seed: number): Int32Array {
  const copy = order.slice();
  const random = createRandom(seed);
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = copy[at] as number;
    copy[at] = copy[other] as number;
    copy[other] = kept;
  }
  return copy;
}

/** A number of the normal distribution of mean 0 and deviation 1 (Box & Muller 1958). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
