import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BarRaiserError } from '#lib/domain/errors.ts';
import { criterionSchema } from '#lib/domain/rubric.ts';
import type { GenericModel } from './generic-model.ts';

const standardSchema = z.strictObject({ mean: z.number(), deviation: z.number().positive() });

/** The file of the generic model: where it comes from, how it did, and its numbers. */
export const genericWeightsSchema = z.strictObject({
  format: z.literal(1),
  data: z.string().describe('SHA-256 of the training data'),
  rubric: z.string().describe('SHA-256 of the criteria it was trained with'),
  seed: z.number().describe('of the intervals; the fit itself draws nothing'),
  answers: z.number().int(),
  metrics: z
    .record(z.string(), z.number())
    .describe('each criterion by a model that knew neither it nor the writer; see evals/reports/generic.md'),
  weights: z.array(z.number()),
  bias: z.number(),
  cuts: z.array(z.number()).min(2),
  usual: z.partialRecord(criterionSchema, standardSchema),
  unknown: z.number(),
  rarity: z.record(z.string(), z.number()),
});
export type GenericWeights = z.infer<typeof genericWeightsSchema>;

/**
 * Reads the generic model.
 * @throws BarRaiserError `internal` when the file is missing or is not what this version reads.
 */
export function readGenericWeights(path: string = defaultPath()): {
  model: GenericModel;
  header: GenericWeights;
} {
  const parsed = existsSync(path)
    ? genericWeightsSchema.safeParse(parseJson(readFileSync(path, 'utf8')))
    : null;
  if (!parsed?.success) {
    throw new BarRaiserError(
      'internal',
      'The generic weights of the embedded engine are missing or broken. Run npm run train.',
      { cause: parsed?.error },
    );
  }
  const { weights, bias, cuts, usual, unknown, rarity } = parsed.data;
  const roots = new Map(Object.entries(rarity));
  return { header: parsed.data, model: { weights, bias, cuts, usual, rarity: { roots, unknown } } };
}

/** The text of the file; the opposite of `readGenericWeights`. */
export function encodeGenericWeights(
  { weights, bias, cuts, usual, rarity }: GenericModel,
  about: Pick<GenericWeights, 'data' | 'rubric' | 'seed' | 'answers' | 'metrics'>,
): string {
  const file: GenericWeights = {
    format: 1,
    ...about,
    weights: [...weights],
    bias,
    cuts: [...cuts],
    usual,
    unknown: rarity.unknown,
    rarity: Object.fromEntries(rarity.roots),
  };
  return `${JSON.stringify(file)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Run as a script, the module knows where it lies; bundled, the project root is the working directory. */
function defaultPath(): string {
  const beside = import.meta.dirname ? join(import.meta.dirname, 'weights', 'generic.json') : null;
  return beside && existsSync(beside)
    ? beside
    : join(process.cwd(), 'lib/engines/embedded/weights/generic.json');
}
