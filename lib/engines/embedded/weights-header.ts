import { z } from 'zod';
import { criterionSchema } from '#lib/domain/rubric.ts';
import { layerNames } from './network.ts';

const cutsSchema = z.array(z.number()).min(2);

const kernelSchema = z.strictObject({
  center: z.array(z.number()),
  scale: z.array(z.number()),
  inner: z.number().int().nonnegative(),
  pulls: z.array(z.number()),
  bias: z.number(),
});
export type KernelHeader = z.infer<typeof kernelSchema>;

/** The matrices of a weights file, in their order. */
export const matrixNames = [
  'sentence',
  'counter',
  'answer',
  'pooled',
  'network',
  'replyWhole',
  'replySentence',
] as const;
export type MatrixName = (typeof matrixNames)[number];

/** The head of the weights file: what it was trained from, how it did, and every number that is not a matrix. */
export const weightsHeaderSchema = z.strictObject({
  format: z.literal(7),
  data: z.string().describe('SHA-256 of the training data'),
  seed: z.number(),
  answers: z.number().int(),
  metrics: z
    .record(z.string(), z.number())
    .describe('cross-validated by writer; see evals/reports/embedded.md'),
  stack: z.partialRecord(
    criterionSchema,
    z.strictObject({
      kernel: kernelSchema,
      cuts: cutsSchema,
    }),
  ),
  reply: z.strictObject({ kernel: kernelSchema, cuts: cutsSchema }),
  network: z.strictObject({
    vocabulary: z.array(z.number().int().nonnegative()).describe('hash of the word or pair of each row'),
    later: z.record(z.enum(layerNames), z.array(z.number())),
  }),
  scales: z.record(z.enum(matrixNames), z.array(z.number())).describe('of each column of each matrix'),
});
export type WeightsHeader = z.infer<typeof weightsHeaderSchema>;
