import { z } from 'zod';

/** The ids of what words the bar raiser's questions and of what reads the answers. */
export const enginePartsSchema = z.strictObject({ speaking: z.string(), grading: z.string() });
export type EngineParts = z.infer<typeof enginePartsSchema>;
