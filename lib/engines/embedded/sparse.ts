/** A sparse vector over hashed features: parallel arrays, no index twice. */
export interface SparseVector {
  indices: Uint32Array;
  values: Float32Array;
}

/** FNV-1a over UTF-16 units, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), mixed once more for its low bits. */
export function hashFeature(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Collects features by index; equal indices add up. */
export class FeatureBag {
  readonly #values = new Map<number, number>();

  add(index: number, value: number): void {
    this.#values.set(index, (this.#values.get(index) ?? 0) + value);
  }

  /** Adds another bag's features, scaled to the given Euclidean length. */
  addScaled(other: FeatureBag, length: number): void {
    let sum = 0;
    for (const value of other.#values.values()) sum += value * value;
    if (sum === 0) return;
    const factor = length / Math.sqrt(sum);
    for (const [index, value] of other.#values) this.add(index, value * factor);
  }

  /** Replaces each count by its square root, so that repeating a word earns little. */
  dampen(): this {
    for (const [index, value] of this.#values)
      this.#values.set(index, Math.sign(value) * Math.sqrt(Math.abs(value)));
    return this;
  }

  toVector(): SparseVector {
    const indices = Uint32Array.from(this.#values.keys()).sort();
    return { indices, values: Float32Array.from(indices, (index) => this.#values.get(index) ?? 0) };
  }
}
