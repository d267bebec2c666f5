import { z } from 'zod';
import { interviewerScriptSchema } from '#lib/domain/interviewer-script.ts';

const line = z.string().trim().min(1);

/**
 * Someone who asks in a loop (content/interviewers/<id>/interviewer.yaml): a name, a manner, and fixed words in that
 * manner. The closing words announce nothing: what comes after a question is for the loop to tell.
 */
export const interviewerSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  name: line,
  note: line.describe('how they are, in a sentence, for the person who is about to meet them'),
  script: interviewerScriptSchema,
});
export type Interviewer = z.infer<typeof interviewerSchema>;
