import { z } from 'zod';
import { type Principle, principleSchema } from '#lib/domain/principle.ts';
import { type Section, sectionSchema, sections } from '#lib/domain/section.ts';
import { cleanText, turnTextLimit } from '#lib/domain/turn-text.ts';

/** Characters (UTF-16 units) a section may have; five of them stay within what one turn may hold. */
export const sectionTextLimit = turnTextLimit / sections.length;
export const titleLimit = 160;
const numberPartLimit = 200;
const numbersLimit = 20;

const oneLine = (limit: number) =>
  z
    .string()
    .max(limit * 4)
    .transform((sent) => cleanText(sent).replace(/\s+/gu, ' '))
    .pipe(z.string().max(limit));
const sectionText = z
  .string()
  .max(sectionTextLimit * 4)
  .transform(cleanText)
  .pipe(
    z
      .string()
      .max(sectionTextLimit, `A section may have ${sectionTextLimit.toLocaleString('en')} characters.`),
  );

/** One measured change of the story; only what it is about has to be known. */
export const storyNumberSchema = z.strictObject({
  what: oneLine(numberPartLimit).pipe(z.string().min(1)),
  before: oneLine(numberPartLimit).default(''),
  after: oneLine(numberPartLimit).default(''),
  over: oneLine(numberPartLimit).default('').describe('the time it took, or over which it was measured'),
  worth: oneLine(numberPartLimit).default('').describe('what it meant to customers, money, time or risk'),
});
export type StoryNumber = z.infer<typeof storyNumberSchema>;

/** What a person writes down of a story of their own. Parsing it tidies it; what is tidy parses to itself. */
export const storyContentSchema = z.strictObject({
  title: oneLine(titleLimit).pipe(z.string().regex(/[\p{L}\p{N}]/u, 'A story needs a title.')),
  sections: z.strictObject({
    situation: sectionText.default(''),
    task: sectionText.default(''),
    action: sectionText.default(''),
    result: sectionText.default(''),
    reflection: sectionText.default(''),
  } satisfies Record<Section, unknown>),
  numbers: z.array(storyNumberSchema).max(numbersLimit).default([]),
  principles: z
    .array(principleSchema)
    .transform((principles) => [...new Set(principles)])
    .default([])
    .describe('that the person tells this story for, the best fitting first'),
});
export type StoryContent = z.infer<typeof storyContentSchema>;

/** Chosen by the browser, so that a story sent twice is stored once. No dots: exercise ids are made of it. */
export const storyIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/u);

export const storyVersionSchema = z.strictObject({
  version: z.number().int().positive(),
  at: z.number().int().describe('milliseconds since the epoch'),
  content: storyContentSchema,
});
export type StoryVersion = z.infer<typeof storyVersionSchema>;

export const storySchema = z.strictObject({
  id: storyIdSchema,
  version: z.number().int().positive().describe('counts the saved states, from 1'),
  createdAt: z.number().int(),
  updatedAt: z.number().int(),
  content: storyContentSchema,
});
export type Story = z.infer<typeof storySchema>;

/** Whether two states of a story are the same to the letter. */
export function sameContent(one: StoryContent, other: StoryContent): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered({ title, sections: told, numbers, principles }: StoryContent) {
  return [
    title,
    sections.map((section) => told[section]),
    numbers.map(({ what, before, after, over, worth }) => [what, before, after, over, worth]),
    principles,
  ];
}

/** Where a section's words stand in the text of its story (UTF-16 units); an empty section has no place. */
export interface SectionPlace {
  section: Section;
  start: number;
  end: number;
}

/** The story as it would be told: its sections in order, one a line; and where each of them stands in it. */
export function storyText(told: Record<Section, string>): { text: string; places: SectionPlace[] } {
  let text = '';
  const places: SectionPlace[] = [];
  for (const section of sectionSchema.options) {
    const words = told[section].trim();
    if (words === '') continue;
    if (text !== '') text += '\n';
    places.push({ section, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, places };
}

/** The principle a story is told for first; null while none is chosen. */
export function firstPrinciple({ principles }: StoryContent): Principle | null {
  return principles[0] ?? null;
}
