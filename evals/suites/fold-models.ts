import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { readLabelled } from '#evals/training/data.ts';
import type { DomainNumbers } from '#evals/training/fit-domain.ts';
import { foldsByWriter } from '#evals/training/folds.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { levelSchema } from '#lib/domain/level.ts';
import { labelledCriterionSchema } from '#lib/domain/rubric.ts';
import { verdictTermNames } from '#lib/domain/verdict-features.ts';
import { type EmbeddedModel, readWeights } from '#lib/engines/embedded/weights.ts';
import { hashOf } from './data.ts';

const trainedDirectory = new URL('../models/', import.meta.url).pathname;
const packedDirectory = new URL('../baseline/folds/', import.meta.url).pathname;
/** Raised when packed files are made otherwise. */
const packing = 4;
const shippedPath = new URL('../../lib/engines/embedded/weights/embedded.bin', import.meta.url).pathname;

const three = z.tuple([z.number(), z.number(), z.number()]);
const numbersSchema = z.strictObject({
  folds: z.array(
    z.strictObject({
      verdict: z.strictObject({
        weights: z.record(levelSchema, z.record(z.enum(verdictTermNames), three)),
        thresholds: z.record(levelSchema, three),
      }),
      gap: z.record(labelledCriterionSchema, z.tuple([z.number(), z.number(), z.number(), z.number()])),
    }),
  ),
});

export interface FoldModel {
  model: EmbeddedModel;
  numbers: DomainNumbers;
}

/**
 * The models that never saw one fold of writers, in the order of the folds, with the vote fitted without them too.
 * Training leaves them in evals/models (not kept in the repository: 5 MB each); evals/baseline/folds holds them as the
 * difference to the weights that ship, so that a fresh clone measures without training. When training has made newer
 * ones, they are packed anew.
 * @throws BarRaiserError internal, when neither belongs to the weights that ship.
 */
export function readFoldModels(): FoldModel[] {
  const count = Math.max(...foldsByWriter(readLabelled())) + 1;
  if (areOfShipped(trainedDirectory, count)) pack(count);
  else unpack(count);
  const { folds: numbers } = numbersSchema.parse(
    JSON.parse(readFileSync(numbersPath(trainedDirectory), 'utf8')),
  );
  return Array.from({ length: count }, (_, fold) => {
    const own = numbers[fold];
    if (!own) throw new RangeError(`There are no numbers for fold ${fold}.`);
    return { model: readWeights(foldPath(trainedDirectory, fold)).model, numbers: own };
  });
}

/** The vote and the order of gaps of each fold. */
const numbersPath = (directory: string) => join(directory, 'numbers.json');
const foldPath = (directory: string, fold: number) => join(directory, `fold-${fold}.bin`);

/** One training writes the same data, seed and measurements into the head of the weights and of every fold. */
function areOfShipped(directory: string, count: number): boolean {
  const stamp = (path: string) => {
    const { data, seed, answers, metrics } = readWeights(path).header;
    return hashOf([data, seed, answers, metrics]);
  };
  const shipped = stamp(shippedPath);
  return (
    existsSync(numbersPath(directory)) &&
    Array.from({ length: count }, (_, fold) => foldPath(directory, fold)).every(
      (path) => existsSync(path) && stamp(path) === shipped,
    )
  );
}

function pack(count: number): void {
  const shipped = readFileSync(shippedPath);
  const key = hashOf([
    packing,
    readFileSync(numbersPath(trainedDirectory), 'utf8'),
    ...Array.from({ length: count }, (_, fold) =>
      hashOf(readFileSync(foldPath(trainedDirectory, fold)).toString('base64')),
    ),
  ]);
  const keyPath = join(packedDirectory, 'key');
  if (existsSync(keyPath) && readFileSync(keyPath, 'utf8') === key) return;
  mkdirSync(packedDirectory, { recursive: true });
  for (let fold = 0; fold < count; fold += 1) {
    const difference = combine(readFileSync(foldPath(trainedDirectory, fold)), shipped, -1);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
    writeFileSync(join(packedDirectory, `fold-${fold}.br`), brotliCompressSync(difference, { params }));
  }
  copyFileSync(numbersPath(trainedDirectory), numbersPath(packedDirectory));
  writeFileSync(keyPath, key);
}

function unpack(count: number): void {
  const shipped = readFileSync(shippedPath);
  const missing = [
    numbersPath(packedDirectory),
    ...Array.from({ length: count }, (_, fold) => join(packedDirectory, `fold-${fold}.br`)),
  ].find((path) => !existsSync(path));
  if (missing) throw notOfShipped();
  mkdirSync(trainedDirectory, { recursive: true });
  copyFileSync(numbersPath(packedDirectory), numbersPath(trainedDirectory));
  for (let fold = 0; fold < count; fold += 1) {
    const difference = brotliDecompressSync(readFileSync(join(packedDirectory, `fold-${fold}.br`)));
    writeFileSync(foldPath(trainedDirectory, fold), combine(difference, shipped, 1));
  }
  if (!areOfShipped(trainedDirectory, count)) throw notOfShipped();
}

function notOfShipped(): BarRaiserError {
  return new BarRaiserError(
    'internal',
    'The fold models do not belong to the weights that ship. Run npm run train, then npm run evals, and commit evals/baseline/folds.',
  );
}

/**
 * The body byte by byte, minus (or plus) the body of the weights that ship; the head, which is JSON behind its length in
 * four bytes, as it is. Bodies begin with the matrices, in which most bytes are the same in every fold.
 */
function combine(bytes: Buffer, shipped: Buffer, sign: 1 | -1): Buffer {
  const bodyAt = (file: Buffer) => 4 + file.readUInt32LE(0);
  const [own, other] = [bodyAt(bytes), bodyAt(shipped)];
  return Buffer.from(
    bytes.map((byte, at) => (at < own ? byte : (byte + sign * (shipped[other + at - own] ?? 0)) & 255)),
  );
}
