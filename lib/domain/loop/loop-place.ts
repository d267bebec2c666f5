import { z } from 'zod';

/** Where an interview stands in a loop, and who asks in it. */
export const loopPlaceSchema = z.strictObject({
  id: z.string(),
  position: z.number().int().positive().describe('from 1'),
  of: z.number().int().positive(),
  interviewer: z.string().describe('id of one of content/interviewers'),
});
export type LoopPlace = z.infer<typeof loopPlaceSchema>;
