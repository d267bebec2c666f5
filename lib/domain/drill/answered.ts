import { z } from 'zod';
import { criterionSchema } from '#lib/domain/rubric.ts';
import { exerciseAnswerSchema } from './answer.ts';
import type { Exercise } from './exercise.ts';
import { exerciseResultSchema } from './result.ts';
import { sessionEntrySchema } from './session-entry.ts';

const example = z.string().nullable();

/** What is shown beside an answer once it is given. */
export const revealedSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('section'),
    strong: z.string(),
    keyPhrases: z.array(z.string()),
    mistake: z.string(),
  }),
  z.strictObject({
    kind: z.literal('probe'),
    probes: z.string(),
    aims: z.array(criterionSchema),
    followUpId: z.string().nullable(),
    weak: z.strictObject({ reply: z.string(), why: z.string() }).nullable(),
    strong: z.strictObject({ reply: z.string(), keyPhrase: z.string() }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('flaw'),
    flaws: z.array(z.strictObject({ quote: z.string(), why: z.string() })),
    barRaiserThinks: z.string(),
  }),
  z.strictObject({ kind: z.literal('quiz'), answer: z.number().int(), explanation: z.string() }),
  z.strictObject({ kind: z.literal('rewrite'), example }),
  z.strictObject({ kind: z.literal('numbers'), example }),
]);
export type Revealed = z.infer<typeof revealedSchema>;

/** The exercise's key as it may be shown now. */
export function reveal({ kind, key }: Exercise): Revealed {
  return revealedSchema.parse({ kind, ...key });
}

/** What an answer comes back with. */
export const answeredExerciseSchema = z.strictObject({
  id: z.string(),
  exerciseId: z.string(),
  answer: exerciseAnswerSchema,
  result: exerciseResultSchema,
  revealed: revealedSchema,
  due: z
    .number()
    .nullable()
    .describe('when it comes back, in milliseconds; null where the result does not count'),
  next: sessionEntrySchema.nullable().describe('what the session goes on with'),
});
export type AnsweredExercise = z.infer<typeof answeredExerciseSchema>;
