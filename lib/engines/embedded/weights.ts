import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BarRaiserError } from '#lib/domain/errors.ts';
import type { AnswerModel } from './answer-model.ts';
import { featureSize } from './features.ts';
import type { KernelModel } from './kernel-model.ts';
import type { WeightMatrix } from './matrix.ts';
import { eachLayer, type Network } from './network.ts';
import { denseRows } from './network-input.ts';
import type { ReplyModel } from './reply-rating.ts';
import {
  type KernelHeader,
  type MatrixName,
  matrixNames,
  type WeightsHeader,
  weightsHeaderSchema,
} from './weights-header.ts';

export interface EmbeddedModel extends AnswerModel {
  reply: ReplyModel;
}

const broken = (cause?: unknown) =>
  new BarRaiserError(
    'internal',
    'The weights of the embedded engine are missing or broken. Run npm run train.',
    { cause },
  );

/**
 * Reads a weights file.
 * @throws BarRaiserError `internal` when the file is missing or is not what this version reads.
 */
export function readWeights(path: string = defaultPath()): { model: EmbeddedModel; header: WeightsHeader } {
  if (!existsSync(path)) throw broken();
  return decodeWeights(readFileSync(path));
}

/**
 * Decodes a weights file: four bytes with the length of the head (little endian), the head as JSON, then the matrices
 * in the order of `matrixNames`, a byte a weight, row by row, then the supports of each stack and of the reply model, a
 * byte a feature.
 * @throws BarRaiserError `internal` when the bytes are not what this version reads.
 */
export function decodeWeights(bytes: Buffer): { model: EmbeddedModel; header: WeightsHeader } {
  const length = bytes.length > 4 ? bytes.readUInt32LE(0) : 0;
  const parsed = weightsHeaderSchema.safeParse(parseJson(bytes.subarray(4, 4 + length).toString('utf8')));
  if (!parsed.success) throw broken(parsed.error);
  const header = parsed.data;
  if (bytes.length !== 4 + length + bodyLength(header)) throw broken();
  let offset = 4 + length;
  const take = (size: number) => {
    const body = new Int8Array(bytes.buffer, bytes.byteOffset + offset, size);
    offset += size;
    return body;
  };
  const matrix = (name: MatrixName): WeightMatrix => {
    const scales = Float32Array.from(header.scales[name]);
    return { columns: scales.length, scales, weights: take(rowsOf(name, header) * scales.length) };
  };
  const kernel = ({ center, scale, inner, pulls, bias }: KernelHeader): KernelModel => ({
    center: Float32Array.from(center),
    scale: Float32Array.from(scale),
    inner,
    pulls: Float32Array.from(pulls),
    bias,
    supports: take(center.length * pulls.length),
  });
  const [sentence, counter] = [matrix('sentence'), matrix('counter')];
  const [answer, pooled] = [matrix('answer'), matrix('pooled')];
  const network: Network = {
    vocabulary: new Map(header.network.vocabulary.map((hash, at) => [hash, denseRows + at])),
    first: matrix('network'),
    later: eachLayer((name) => Float32Array.from(header.network.later[name])),
  };
  const [whole, told] = [matrix('replyWhole'), matrix('replySentence')];
  const stack = Object.fromEntries(
    Object.entries(header.stack).map(([criterion, each]) => [
      criterion,
      { ...each, kernel: kernel(each.kernel) },
    ]),
  );
  const reply = { whole, sentence: told, kernel: kernel(header.reply.kernel), cuts: header.reply.cuts };
  return { header, model: { sentence, counter, answer, pooled, network, stack, reply } };
}

/** The network's first layer has a row a word; all others read hashed features. */
const rowsOf = (name: MatrixName, { network }: Pick<WeightsHeader, 'network'>) =>
  name === 'network' ? denseRows + network.vocabulary.length : featureSize;

function bodyLength(header: WeightsHeader): number {
  const { scales, stack, reply } = header;
  const kernels = [...Object.values(stack).map(({ kernel }) => kernel), reply.kernel];
  return (
    matrixNames.reduce((sum, name) => sum + rowsOf(name, header) * scales[name].length, 0) +
    kernels.reduce((sum, { center, pulls }) => sum + center.length * pulls.length, 0)
  );
}

/** The bytes of a weights file; the opposite of `readWeights`. */
export function encodeWeights(
  { sentence, counter, answer, pooled, network, stack, reply }: EmbeddedModel,
  about: Pick<WeightsHeader, 'data' | 'seed' | 'answers' | 'metrics'>,
): Buffer {
  const matrices: Record<MatrixName, WeightMatrix> = {
    sentence,
    counter,
    answer,
    pooled,
    network: network.first,
    replyWhole: reply.whole,
    replySentence: reply.sentence,
  };
  const header: WeightsHeader = {
    format: 7,
    data: about.data,
    seed: about.seed,
    answers: about.answers,
    metrics: about.metrics,
    stack: Object.fromEntries(
      Object.entries(stack).map(([criterion, { kernel, cuts }]) => [
        criterion,
        {
          kernel: kernelHeader(kernel),
          cuts: cuts.map(digits),
        },
      ]),
    ),
    reply: { kernel: kernelHeader(reply.kernel), cuts: reply.cuts.map(digits) },
    network: {
      vocabulary: [...network.vocabulary.keys()],
      later: eachLayer((name) => Array.from(network.later[name], digits)),
    },
    scales: {
      sentence: [...sentence.scales],
      counter: [...counter.scales],
      answer: [...answer.scales],
      pooled: [...pooled.scales],
      network: [...network.first.scales],
      replyWhole: [...reply.whole.scales],
      replySentence: [...reply.sentence.scales],
    },
  };
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const bodies = [
    ...matrixNames.map((name) => matrices[name].weights),
    ...Object.values(stack).map(({ kernel }) => kernel.supports),
    reply.kernel.supports,
  ].map((body) => Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  return Buffer.concat([length, head, ...bodies]);
}

function kernelHeader({ center, scale, inner, pulls, bias }: KernelModel): KernelHeader {
  return {
    center: Array.from(center, digits),
    scale: Array.from(scale, digits),
    inner,
    pulls: Array.from(pulls, digits),
    bias: digits(bias),
  };
}

const digits = (value: number) => Number(value.toPrecision(7));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Run as a script, the module knows where it lies; bundled, its own place means nothing and the root is the working directory. */
function defaultPath(): string {
  const name = join('weights', 'embedded.bin');
  const beside = import.meta.dirname ? join(import.meta.dirname, name) : null;
  return beside && existsSync(beside) ? beside : join(process.cwd(), 'lib', 'engines', 'embedded', name);
}
