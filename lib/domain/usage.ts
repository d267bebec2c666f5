import { z } from 'zod';
import { errorCodeSchema } from './errors.ts';

const tokens = z.number().int().nonnegative().nullable();

/** One request to a model, whatever became of it. Holds nothing of what was said. */
export const usageRecordSchema = z.strictObject({
  at: z.number().describe('milliseconds since the epoch'),
  interviewId: z.string().nullable(),
  purpose: z.enum(['speech', 'grading', 'debrief', 'check']),
  model: z.string(),
  prompt: z.strictObject({ id: z.string(), version: z.number(), hash: z.string() }),
  inputTokens: tokens,
  outputTokens: tokens,
  cachedInputTokens: tokens,
  counted: z.boolean().describe('by the server; else estimated from the characters'),
  estimatedCost: z.number().nullable().describe('US dollars; null: the price is not known'),
  milliseconds: z.number(),
  outcome: z.enum(['completed', 'abandoned', ...errorCodeSchema.options]),
});
export type UsageRecord = z.infer<typeof usageRecordSchema>;

/** What was spent in several requests. */
export interface Spent {
  tokens: number;
  /** US dollars, of the requests whose price is known. */
  dollars: number;
  /** Requests whose price is not known. */
  unpriced: number;
}
