import { join } from 'node:path';
import { z } from 'zod';
import { defaultDirectory, readContent } from '#lib/content/library.ts';
import { criterionSchema } from '#lib/domain/rubric.ts';

const line = z.string().trim().min(1);
const lines = z.array(line).min(3);

/** What the embedded engine says around a question (content/wordings.yaml). Slots: {phrase}, {first}, {second}. */
export const wordingsSchema = z.strictObject({
  version: z.number().int().positive(),
  quote_just_said: lines,
  quote_earlier: lines,
  plain: z.strictObject({
    first: lines,
    dig: z.strictObject({ 1: lines, 2: lines }),
    gap: lines,
    probe: lines,
    depth: lines,
  }),
  contradiction: z.strictObject({ lead: lines, question: lines }),
  repeat: lines,
  clarify: z.strictObject({ lead: lines, story: line, criteria: z.record(criterionSchema, line) }),
});
/** The same in the manner of one of a loop's interviewers; what is said again more simply stays the same for all. */
const mannerSchema = wordingsSchema.extend({ clarify: z.strictObject({ lead: lines }) });

export type Wordings = z.infer<typeof wordingsSchema>;

/**
 * Reads the wordings; `directory` holds wordings.yaml, by default the project's own `content`.
 * @throws BarRaiserError `internal` when the file is missing, is no YAML or breaks its schema.
 */
export function loadWordings(directory: string = defaultDirectory()): Wordings {
  return readContent(join(directory, 'wordings.yaml'), wordingsSchema);
}

/**
 * The wordings of one of a loop's interviewers, `content/interviewers/<id>/wordings.yaml`.
 * @throws BarRaiserError `internal` when the file is missing, is no YAML or breaks its schema.
 */
export function loadMannerWordings(id: string, directory: string = defaultDirectory()): Wordings {
  const usual = loadWordings(directory);
  const own = readContent(join(directory, 'interviewers', id, 'wordings.yaml'), mannerSchema);
  return { ...own, clarify: { ...usual.clarify, ...own.clarify } };
}
