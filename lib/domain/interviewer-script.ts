import { z } from 'zod';
import { closeReasonSchema, metaKindSchema } from './move.ts';

const line = z.string().trim().min(1);

/**
 * The bar raiser's fixed words (content/interviewer.yaml): what is said where no documented probe and no rubric
 * question applies, and what every engine falls back on. Slots: {question}, {minutes}, {about}, {first}, {second}.
 */
export const interviewerScriptSchema = z.strictObject({
  version: z.number().int().positive(),
  opening: line,
  meta: z.record(metaKindSchema, line),
  stay_with_story: line.describe('when another story is asked for a second time'),
  redirect: z.strictObject({ no_story: line, unsupported_language: line }),
  contradiction: z.array(line).min(2).describe('taken in turn: a second one sounds unlike the first'),
  depth: z.array(line).min(3),
  close: z.record(closeReasonSchema, line),
});
export type InterviewerScript = z.infer<typeof interviewerScriptSchema>;

/** Fills `{slot}`s of a template. A slot without a value is a programming error: RangeError. */
export function fillSlots(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot];
    if (value === undefined) throw new RangeError(`No value for the slot {${slot}}.`);
    return value;
  });
}
