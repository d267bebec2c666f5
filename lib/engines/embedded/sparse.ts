/** A sparse vector over hashed features: parallel arrays; an index may stand twice, its values add up. */
export interface SparseVector {
  indices: Uint32Array;
  values: Float32Array;
}

/** FNV-1a over UTF-16 units, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Two hashes in one, all bits mixed (the finalizer of MurmurHash3). */
export function combineHashes(first: number, second: number): number {
  let hash = (Math.imul(first, 0x9e3779b1) ^ second) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Builds a sparse vector from blocks of counted features and single values. */
export class VectorBuilder {
  readonly #indices: number[] = [];
  readonly #values: number[] = [];

  add(index: number, value: number): void {
    this.#indices.push(index);
    this.#values.push(value);
  }

  /**
   * Adds a block of features, each as the square root of its count, so that repeating a word earns little; the whole
   * block scaled to the given Euclidean length, so that a long text earns nothing.
   */
  addBlock(features: readonly number[], length: number): void {
    const counts = new Map<number, number>();
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const factor = length / Math.sqrt(features.length);
    for (const [feature, count] of counts) this.add(feature, Math.sqrt(count) * factor);
  }

  build(): SparseVector {
    return { indices: new Uint32Array(this.#indices), values: new Float32Array(this.#values) };
  }
}
