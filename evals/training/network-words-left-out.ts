import { denseRows } from '#lib/engines/embedded/network-input.ts';
import type { SparseVector } from '#lib/engines/embedded/sparse.ts';

/**
 * A sentence with `share` of its words left out: those whose row `drawn` gives a number below it. The words that stay count
 * for those that do not (dropout of words: Iyyer et al., "Deep unordered composition rivals syntactic methods", 2015).
 */
export function withWordsLeftOut(
  { indices, values }: SparseVector,
  share: number,
  drawn: (row: number) => number,
): SparseVector {
  const left = { indices: new Uint32Array(indices.length), values: new Float32Array(indices.length) };
  let count = 0;
  for (let at = 0; at < indices.length; at += 1) {
    const row = indices[at] as number;
    const dense = row < denseRows;
    if (!dense && drawn(row) < share) continue;
    left.indices[count] = row;
    left.values[count] = (values[at] as number) / (dense ? 1 : 1 - share);
    count += 1;
  }
  return { indices: left.indices.subarray(0, count), values: left.values.subarray(0, count) };
}

/**
 * One draw for each row, the same wherever the row stands: two texts that are compared lose the same words, so that what
 * is left of their difference is what was changed. Out: 0 up to 1 (mixed much as MurmurHash3's last step mixes).
 */
export function drawnByRow(random: () => number): (row: number) => number {
  const salt = Math.floor(random() * 2 ** 32);
  return (row) => {
    let mixed = Math.imul(row ^ salt, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
