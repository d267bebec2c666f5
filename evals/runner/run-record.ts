import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type CaseRecord, caseRecordSchema, suiteIdSchema } from '#evals/suites/finding.ts';
import { BarRaiserError } from '#lib/domain/errors.ts';

const hash = z.string();

export const runHeaderSchema = z.strictObject({
  format: z.literal(1),
  metrics: z.number().int().describe('version of what the numbers mean'),
  engine: z.string(),
  scope: z.enum(['full', 'smoke']).describe('smoke: a stratified sample, for engines that cost'),
  wavers: z.boolean().describe('whether reading an answer twice may give two grades'),
  replay: z.boolean().describe('graded from recorded answers of a model: says nothing about the model'),
  at: z.iso.datetime(),
  seconds: z.number(),
  suites: z.array(suiteIdSchema).describe('the suites that were run whole'),
  hashes: z.record(z.string(), hash).describe('what the grader was made of: rubric, prompts, weights, ...'),
  data: z
    .record(z.string(), z.strictObject({ texts: hash, labels: z.record(z.string(), hash) }))
    .describe('suite/scenario -> what was asked, and what it is measured against'),
  why: z.string().optional().describe('of a baseline: why it was accepted'),
});
export type RunHeader = z.infer<typeof runHeaderSchema>;

export interface RunRecord {
  header: RunHeader;
  cases: CaseRecord[];
}

/** Writes a run as JSON lines: the header, then a case a line, so that a change of a baseline can be read. */
export function writeRun(path: string, { header, cases }: RunRecord): void {
  writeFileSync(path, `${[header, ...cases].map((each) => JSON.stringify(each)).join('\n')}\n`);
}

/** @throws BarRaiserError bad_request, naming the file, when it is no run of this version. */
export function readRun(path: string): RunRecord {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const header = runHeaderSchema.safeParse(JSON.parse(head ?? 'null'));
  const cases = z.array(caseRecordSchema).safeParse(lines.map((line): unknown => JSON.parse(line)));
  if (!header.success || !cases.success) {
    const cause = header.success ? cases.error : header.error;
    throw new BarRaiserError('bad_request', `${path} is no run that this version can read.`, { cause });
  }
  return { header: header.data, cases: cases.data };
}
