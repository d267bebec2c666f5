import { z } from 'zod';

/** A verbatim quote of the candidate: `text.slice(start, end) === quote` for the text of turn `turnId` (UTF-16 units). */
export const evidenceSchema = z.strictObject({
  turnId: z.string(),
  quote: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
