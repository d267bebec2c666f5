import { z } from 'zod';
import { casesOf } from '#evals/suites/all.ts';
import type { EvalCase } from '#evals/suites/case.ts';
import { readEvalData } from '#evals/suites/data.ts';
import { suiteIdSchema, suiteIds } from '#evals/suites/finding.ts';
import type { Graders } from '#evals/suites/graders.ts';
import { stratified } from '#evals/suites/stratified.ts';
import { isDev } from '#evals/training/data.ts';

/** What a run is asked to do. It crosses into the runner's own process by one variable of the environment. */
export const choiceSchema = z.strictObject({
  engine: z.enum(['embedded', 'model']).default('embedded'),
  suites: z.array(suiteIdSchema).default([...suiteIds]),
  samples: z.number().int().min(1).max(9).default(1),
  repeats: z.number().int().min(2).max(11).default(3),
  scope: z.enum(['full', 'smoke']).default('full'),
});
export type Choice = z.infer<typeof choiceSchema>;

export const choiceVariable = 'BAR_RAISER_EVALS';

export function choiceFrom(variables: Readonly<Record<string, string | undefined>>): Choice {
  return choiceSchema.parse(JSON.parse(variables[choiceVariable] ?? '{}'));
}

/** Answers of a smoke run: enough to notice a broken prompt, few enough to pay for on every change. */
const smokeAnswers = 30;

/** The cases of a run; a smoke run keeps a stratified sample of dev, and of the other suites what belongs to it. */
export function chosenCases(graders: Graders, { suites, scope }: Choice): EvalCase[] {
  const all = casesOf(graders, suites);
  if (scope === 'full') return all;
  const kept = new Set(stratified(readEvalData().labelled.filter(isDev), smokeAnswers).map(({ id }) => id));
  return all.filter(({ suite, unit }) => suite === 'attacks' || suite === 'examples' || kept.has(unit));
}
