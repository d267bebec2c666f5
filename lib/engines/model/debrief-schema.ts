import { z } from 'zod';
import { criterionSchema } from '#lib/domain/rubric.ts';

const quotes = z.array(z.string());

/** What the debrief writer returns: words for points and replies that were decided before. */
export const debriefWordsSchema = z.strictObject({
  points: z.array(z.strictObject({ criterion: criterionSchema, quotes, text: z.string() })),
  replies: z.array(z.strictObject({ reply: z.string(), strong: z.string() })),
  summary: z.string(),
});
export type DebriefWords = z.infer<typeof debriefWordsSchema>;

export const redoWordsSchema = z.strictObject({ quotes, gained: z.string(), lacks: z.string() });
export type RedoWords = z.infer<typeof redoWordsSchema>;
