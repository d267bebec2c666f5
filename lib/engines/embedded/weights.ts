import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { criterionSchema } from '#lib/domain/rubric.ts';
import type { AnswerModel } from './answer-model.ts';
import { featureSize } from './features.ts';
import type { WeightMatrix } from './matrix.ts';
import type { ReplyModel } from './reply-rating.ts';

export interface EmbeddedModel extends AnswerModel {
  reply: ReplyModel;
}

const cutsSchema = z.array(z.number()).min(2);
const matrixNames = ['sentence', 'answer', 'pooled', 'reply'] as const;

/** The head of the weights file: what it was trained from, how it did, and every number that is not a matrix. */
export const weightsHeaderSchema = z.strictObject({
  format: z.literal(3),
  data: z.string().describe('SHA-256 of the training data'),
  seed: z.number(),
  answers: z.number().int(),
  metrics: z
    .record(z.string(), z.number())
    .describe('cross-validated by writer; see evals/reports/embedded.md'),
  stack: z.partialRecord(
    criterionSchema,
    z.strictObject({
      center: z.array(z.number()),
      scale: z.array(z.number()),
      pulls: z.array(z.number()),
      bias: z.number(),
      linear: z.strictObject({ weights: z.array(z.number()), bias: z.number() }),
      cuts: cutsSchema,
    }),
  ),
  replyCuts: cutsSchema,
  matrices: z
    .strictObject({
      sentence: z.array(z.number()),
      answer: z.array(z.number()),
      pooled: z.array(z.number()),
      reply: z.array(z.number()),
    })
    .describe('scale of each column'),
});
export type WeightsHeader = z.infer<typeof weightsHeaderSchema>;

/**
 * Reads a weights file: four bytes with the length of the head (little endian), the head as JSON, then the matrices
 * in the order sentence, answer, pooled, reply, a byte a weight, row by row, then each stack's supports, a byte a feature.
 * @throws BarRaiserError `internal` when the file is missing or is not what this version reads.
 */
export function readWeights(path: string = defaultPath()): { model: EmbeddedModel; header: WeightsHeader } {
  const broken = (cause?: unknown) =>
    new BarRaiserError(
      'internal',
      'The weights of the embedded engine are missing or broken. Run npm run train.',
      { cause },
    );
  if (!existsSync(path)) throw broken();
  const bytes = readFileSync(path);
  const length = bytes.length > 4 ? bytes.readUInt32LE(0) : 0;
  const parsed = weightsHeaderSchema.safeParse(parseJson(bytes.subarray(4, 4 + length).toString('utf8')));
  if (!parsed.success) throw broken(parsed.error);
  const header = parsed.data;
  let offset = 4 + length;
  const take = (scales: readonly number[]): WeightMatrix => {
    const size = featureSize * scales.length;
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + offset, size);
    offset += size;
    return { columns: scales.length, scales: Float32Array.from(scales), weights };
  };
  const stacks = Object.values(header.stack);
  const expected =
    offset +
    matrixNames.reduce((sum, name) => sum + featureSize * header.matrices[name].length, 0) +
    stacks.reduce((sum, { center, pulls }) => sum + center.length * pulls.length, 0);
  if (bytes.length !== expected) throw broken();
  const [sentence, answer, pooled, reply] = [
    take(header.matrices.sentence),
    take(header.matrices.answer),
    take(header.matrices.pooled),
    take(header.matrices.reply),
  ];
  const stack = Object.fromEntries(
    Object.entries(header.stack).map(([criterion, { center, scale, pulls, bias, linear, cuts }]) => {
      const supports = new Int8Array(bytes.buffer, bytes.byteOffset + offset, center.length * pulls.length);
      offset += supports.length;
      const numbers = {
        center: Float32Array.from(center),
        scale: Float32Array.from(scale),
        pulls: Float32Array.from(pulls),
      };
      return [criterion, { kernel: { ...numbers, supports, bias }, linear, cuts }];
    }),
  );
  return {
    header,
    model: { sentence, answer, pooled, stack, reply: { weights: reply, cuts: header.replyCuts } },
  };
}

/** The bytes of a weights file; the opposite of `readWeights`. */
export function encodeWeights(
  { sentence, answer, pooled, stack, reply }: EmbeddedModel,
  about: Pick<WeightsHeader, 'data' | 'seed' | 'answers' | 'metrics'>,
): Buffer {
  const header: WeightsHeader = {
    format: 3,
    ...about,
    stack: Object.fromEntries(
      Object.entries(stack).map(([criterion, each]) => [
        criterion,
        {
          center: Array.from(each.kernel.center, digits),
          scale: Array.from(each.kernel.scale, digits),
          pulls: Array.from(each.kernel.pulls, digits),
          bias: digits(each.kernel.bias),
          linear: { weights: each.linear.weights.map(digits), bias: digits(each.linear.bias) },
          cuts: each.cuts.map(digits),
        },
      ]),
    ),
    replyCuts: reply.cuts.map(digits),
    matrices: {
      sentence: [...sentence.scales],
      answer: [...answer.scales],
      pooled: [...pooled.scales],
      reply: [...reply.weights.scales],
    },
  };
  const head = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const bodies = [
    ...[sentence, answer, pooled, reply.weights].map(({ weights }) => weights),
    ...Object.values(stack).map(({ kernel }) => kernel.supports),
  ].map((body) => Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  return Buffer.concat([length, head, ...bodies]);
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
