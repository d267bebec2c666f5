import { z } from 'zod';
import { errorCodeSchema } from './errors.ts';
import { speechProblemSchema } from './speech-problem.ts';

/** How an utterance that a model worded came about; stored with it for the developer view. Holds no words. */
export const speechStatisticsSchema = z.strictObject({
  model: z.string(),
  prompt: z.strictObject({ id: z.string(), version: z.number(), hash: z.string() }),
  attempts: z.number().int(),
  fellBack: z.boolean().describe('the neutral wording was said in the end, or in place of the rest'),
  problems: z.array(speechProblemSchema).describe('what the speech check found in sentences not shown'),
  fault: errorCodeSchema.nullable(),
  firstSentenceAfter: z.number().nullable().describe('milliseconds to the first sentence shown'),
});
