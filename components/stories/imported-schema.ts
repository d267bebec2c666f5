import { z } from 'zod';

/** What an import answers. */
export const importedSchema = z.object({ added: z.number(), updated: z.number(), unchanged: z.number() });
