import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { Token } from './tokens.ts';

/** Numbers a word in the table. */
export const meaningDimensions = 48;

/** General knowledge of which words are alike, reduced from GloVe (PDDL 1.0) by scripts/word-vectors.ts. */
export interface WordVectors {
  /** Row of each word; rows run from the most to the least frequent word of general English. */
  rows: ReadonlyMap<string, number>;
  /** rows x `meaningDimensions`, one scale for all */
  values: Int8Array;
}

/** Smoothing of word frequencies: Arora, Liang, Ma, "A simple but tough-to-beat baseline for sentence embeddings", 2017. */
const smoothing = 1e-3;
/** The share of the most frequent word; the others fall with their rank (Zipf). */
const commonest = 0.06;

/**
 * The direction of a passage in the space of word vectors: rare words count more than frequent ones, and the length of
 * the result is always 1, so that the length of the passage earns nothing. All zeros when no word is known.
 */
export function meaningOf(tokens: readonly Token[], vectors: WordVectors = wordVectors()): Float64Array {
  const { rows, values } = vectors;
  const sum = new Float64Array(meaningDimensions);
  for (const { text } of tokens) {
    const row = rows.get(text);
    if (row === undefined) continue;
    const weight = smoothing / (smoothing + commonest / (row + 1));
    const from = row * meaningDimensions;
    for (let at = 0; at < meaningDimensions; at += 1)
      sum[at] = (sum[at] as number) + weight * (values[from + at] as number);
  }
  return unit(sum);
}

/** Where several passages point together: the sum of their directions, of length 1; all zeros of none. */
export function meanDirection(meanings: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(meaningDimensions);
  for (const meaning of meanings)
    for (let at = 0; at < meaningDimensions; at += 1) sum[at] = (sum[at] as number) + (meaning[at] as number);
  return unit(sum);
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}

let loaded: WordVectors | null = null;

/** The table that ships with the product, read once a process. @throws BarRaiserError `internal` when it is missing or broken */
export function wordVectors(): WordVectors {
  loaded ??= decodeWordVectors(readTable());
  return loaded;
}

/**
 * Four bytes with the length of the head (little endian), the head (the numbers a word, then the words, one a line), then
 * a byte a number, row by row.
 */
export function encodeWordVectors(words: readonly string[], values: Int8Array): Buffer {
  const head = Buffer.from([String(meaningDimensions), ...words].join('\n'));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, Buffer.from(values.buffer, values.byteOffset, values.byteLength)]);
}

/** @throws BarRaiserError `internal` when the bytes are no table of `meaningDimensions` numbers a word */
export function decodeWordVectors(bytes: Buffer): WordVectors {
  const from = bytes.length > 4 ? 4 + bytes.readUInt32LE(0) : 0;
  const [dimensions, ...words] = bytes.subarray(4, from).toString('utf8').split('\n');
  if (Number(dimensions) !== meaningDimensions || bytes.length - from !== words.length * meaningDimensions)
    throw broken();
  return {
    rows: new Map(words.map((word, row) => [word, row])),
    values: new Int8Array(bytes.buffer, bytes.byteOffset + from, bytes.length - from),
  };
}

function readTable(): Buffer {
  const name = join('weights', 'word-vectors.bin');
  const beside = import.meta.dirname ? join(import.meta.dirname, name) : null;
  const path =
    beside && existsSync(beside) ? beside : join(process.cwd(), 'lib', 'engines', 'embedded', name);
  if (!existsSync(path)) throw broken();
  return readFileSync(path);
}

function broken(): BarRaiserError {
  return new BarRaiserError('internal', 'The word vectors of the embedded engine are missing or broken.');
}
