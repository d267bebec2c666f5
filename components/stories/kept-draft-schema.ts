import { z } from 'zod';
import { principleSchema } from '#lib/domain/principle.ts';

const words = z.string();

/** A draft as it was typed: nothing in it need be complete or tidy. */
export const keptDraftSchema = z.object({
  id: words,
  baseVersion: z.number().int().positive().nullable(),
  content: z.object({
    title: words,
    sections: z.object({ situation: words, task: words, action: words, result: words, reflection: words }),
    numbers: z.array(z.object({ what: words, before: words, after: words, over: words, worth: words })),
    principles: z.array(principleSchema),
  }),
});

/** Of what the server says of a story, the version alone. */
export const versionNowSchema = z.object({ story: z.object({ version: z.number().int() }) });
