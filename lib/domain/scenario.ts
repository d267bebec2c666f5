import { z } from 'zod';
import { factNameSchema } from './fact.ts';
import { levelSchema } from './level.ts';
import { principleSchema } from './principle.ts';
import { criterionSchema, practisedPrincipleSchema } from './rubric.ts';
import { sectionSchema } from './section.ts';
import { topicSchema } from './topic.ts';
import { verdictSchema } from './verdict.ts';

const line = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const identifier = z.string().regex(/^[a-z][a-z0-9_]*$/);
const secondsRange = z
  .tuple([z.number().int().positive(), z.number().int().positive()])
  .refine(([low, high]) => low < high, 'the lower bound comes first');

const scenarioSectionSchema = z.strictObject({
  target_seconds: z.number().int().positive(),
  strong: line,
  key_phrases: z.array(line).min(1),
  coaching: line,
  mistake: line,
  by_level: z.partialRecord(levelSchema, line).optional(),
});

export const followUpSchema = z.strictObject({
  id: identifier,
  needs: z.array(factNameSchema).describe('facts the documented wording presupposes'),
  neutral: line.describe('story-neutral form, one idea; may hold slots'),
  slots: z
    .partialRecord(factNameSchema, line)
    .describe('fact -> the words that stand in for it where the candidate named none'),
  question: line.describe('as documented, for the published example'),
  probes: line,
  covers: z.array(criterionSchema).min(1),
  weak: z.strictObject({ reply: line, why: line }),
  strong: z.strictObject({ reply: line, key_phrase: line }),
});
export type FollowUp = z.infer<typeof followUpSchema>;

export const scenarioSchema = z.strictObject({
  id: slug,
  company: line,
  principle: practisedPrincipleSchema,
  question: line,
  topics: z.array(topicSchema).max(3).default([]).describe('fields of work, to filter the library by'),
  overview: line,
  takeaways: z.array(line).min(1),
  sections: z.record(sectionSchema, scenarioSectionSchema),
  follow_ups: z.array(followUpSchema).min(4),
  weak_answer: z.strictObject({
    text: line,
    flaws: z.array(z.strictObject({ quote: line, why: line })).min(3),
    bar_raiser_thinks: line,
    verdict: z.record(levelSchema, verdictSchema),
  }),
  quiz: z
    .array(
      z.strictObject({
        question: line,
        options: z.array(line).length(4),
        answer: z.number().int().min(0).max(3),
        explanation: line,
      }),
    )
    .min(3),
  reframings: z
    .array(z.strictObject({ principle: principleSchema, lead_with: line, emphasise: line, downplay: line }))
    .min(3),
  levels: z.record(levelSchema, z.strictObject({ target_seconds: secondsRange, focus: line, bar: line })),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** The published example as one text, the sections in order: what a recited answer is compared with. */
export function publishedExample(scenario: Scenario): string {
  return sectionSchema.options.map((section) => scenario.sections[section].strong.trim()).join(' ');
}
