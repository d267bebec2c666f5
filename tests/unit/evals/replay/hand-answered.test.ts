import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { practisedPrincipleSchema } from '#lib/domain/rubric.ts';
import { declaredSchemas, replyGradeSchema } from '#lib/engines/model/grading-schema.ts';

const completion = z.object({ choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]) });

const answers = readFileSync('evals/replay/hand-answered.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ key: z.string(), body: z.string() }).parse(JSON.parse(line)))
  .map(({ body }) => JSON.parse(completion.parse(JSON.parse(body)).choices[0].message.content));

const about = z
  .object({ label: z.string(), answers: z.array(z.string()) })
  .parse(JSON.parse(readFileSync('evals/replay/hand-answered.json', 'utf8')));

const fits = (schema: z.ZodType) => answers.filter((answer) => schema.safeParse(answer).success).length;

test('every hand-answered exchange still is what the prompts say must be returned', () => {
  const owns = practisedPrincipleSchema.options.map((principle) => fits(declaredSchemas.own(principle)));
  expect(fits(declaredSchemas.common)).toBe(about.answers.length);
  expect(owns.reduce((sum, count) => sum + count, 0)).toBe(about.answers.length);
  expect(fits(replyGradeSchema)).toBe(2 * about.answers.length);
  expect(answers).toHaveLength(4 * about.answers.length);
});

test('the recordings say that they come from hands', () => {
  expect(about.label).toContain('by hand');
});
