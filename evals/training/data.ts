import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { criterionSchema, type PractisedPrinciple } from '#lib/domain/rubric.ts';
import { verdictSchema } from '#lib/domain/verdict.ts';

export const questionPrinciples = {
  hbdc: 'have-backbone-disagree-and-commit',
  ownership: 'ownership',
  divedeep: 'dive-deep',
  deliver: 'deliver-results',
} as const satisfies Record<string, PractisedPrinciple>;

const score = z.number().int().min(0).max(3);
const levelVerdicts = z.strictObject({ sde1: verdictSchema, sde2: verdictSchema, senior: verdictSchema });
const followUpRow = z.object({ probe: z.string(), reply: z.string(), rating: z.literal([0, 1, 2]) });

/** A labelled answer of dev.jsonl or train.jsonl. Style and persona are left unread: they are absent at run time. */
export const labelledSchema = z.object({
  id: z.string(),
  question: z.enum(['hbdc', 'ownership', 'divedeep', 'deliver']),
  answer: z.string(),
  followups: z.array(followUpRow),
  gold: z.object({
    scores: z.partialRecord(criterionSchema, score),
    verdict: levelVerdicts,
    probe_first: z.array(criterionSchema),
    evidence: z.partialRecord(criterionSchema, z.string()).optional(),
  }),
});
export type Labelled = z.infer<typeof labelledSchema>;

/** Whether an answer is of dev.jsonl: three raters and no evidence quotes; train has one rater and quotes. */
export const isDev = ({ gold }: Labelled): boolean => gold.evidence === undefined;

/** The writer of an answer: what its id says before the dash. Never split between folds. */
export function writerOf({ id }: { id: string }): string {
  return id.split('-')[0] ?? id;
}

/** Reads a file of JSON lines, each parsed by the schema; a line that does not fit stops the run. */
export function readLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

/**
 * An answer of supplement.jsonl; `base` is the answer of which it is a paraphrase; `apart`: the principle's own two
 * scores were drawn apart from the others, so that together they are not distributed as in real answers.
 */
const supplementSchema = labelledSchema.extend({
  base: z.string().optional(),
  apart: z.boolean().default(false),
});

/** The answers that only teach: no number is ever measured on them (evals/data/README.md). */
export function readSupplement(): z.infer<typeof supplementSchema>[] {
  return readLines(new URL('../data/supplement.jsonl', import.meta.url).pathname, supplementSchema);
}

/** An answer of changed.jsonl: `base`, an answer of train or the supplement, changed in one way; a score the change left unclear is absent. */
export const changedSchema = z.object({
  id: z.string(),
  base: z.string(),
  transform: z.string(),
  answer: z.string(),
  scores: z.partialRecord(criterionSchema, score),
  evidence: z.partialRecord(criterionSchema, z.string()),
});
export type Changed = z.infer<typeof changedSchema>;

/** The changed answers, which only teach, beside their base (evals/data/README.md). */
export function readChanged(): Changed[] {
  return readLines(new URL('../data/changed.jsonl', import.meta.url).pathname, changedSchema);
}

const counterEvidenceSchema = z.object({
  id: z.string(),
  counter: z.partialRecord(criterionSchema, z.array(z.string()).min(1)),
});
export type CounterEvidence = z.infer<typeof counterEvidenceSchema>['counter'];

/** The words that speak against a criterion scored 0 or 1, by answer; an answer that is not in it was never read for them. */
export function readCounterEvidence(): ReadonlyMap<string, CounterEvidence> {
  const path = new URL('../data/counter-evidence.jsonl', import.meta.url).pathname;
  return new Map(readLines(path, counterEvidenceSchema).map(({ id, counter }) => [id, counter]));
}

/** The files that are trained on. */
export const trainingFiles = ['dev', 'train', 'supplement', 'changed', 'counter-evidence'] as const;

/** All labelled answers, dev first. */
export function readLabelled(): Labelled[] {
  return ['dev', 'train'].flatMap((name) =>
    readLines(new URL(`../data/${name}.jsonl`, import.meta.url).pathname, labelledSchema),
  );
}
