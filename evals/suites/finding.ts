import { z } from 'zod';
import { levelSchema } from '#lib/domain/level.ts';
import { criterionSchema, scoreSchema } from '#lib/domain/rubric.ts';
import { voteSchema } from '#lib/domain/verdict.ts';

/**
 * What one case says. Everything a number is computed from crosses files and processes in this form, so that a run can
 * be measured again, and compared, without the grader.
 */
export const findingSchema = z.strictObject({
  shares: z
    .record(z.string(), z.tuple([z.number(), z.number()]))
    .describe('share -> [what counts, of how many]; signed errors count as they are'),
  tables: z
    .record(z.string(), z.array(z.tuple([z.number().int(), z.number().int()])))
    .describe('table of agreement -> pairs of [gold, given]'),
  order: z
    .strictObject({ gold: z.number(), given: z.number() })
    .optional()
    .describe('gold rank and graded sum, for the order of answers'),
  broken: z.array(z.string()).describe('what must hold whatever the grader thinks, and does not'),
  missed: z.array(z.string()).describe('what was expected of this case and did not come, in words'),
  votes: z.record(levelSchema, voteSchema).optional(),
  scores: z.partialRecord(criterionSchema, scoreSchema.nullable()).optional(),
  quotes: z.partialRecord(criterionSchema, z.string()).optional().describe('the first quote of each score'),
});
export type Finding = z.infer<typeof findingSchema>;

export const suiteIds = [
  'examples',
  'gold',
  'consistency',
  'pairs',
  'attacks',
  'probes',
  'interviews',
] as const;
export const suiteIdSchema = z.enum(suiteIds);
export type SuiteId = z.infer<typeof suiteIdSchema>;

/** Where a case stands: `unit` moves together when two runs are compared, `writer` when a run stands for other writers. */
const place = {
  id: z.string(),
  suite: suiteIdSchema,
  group: z.string().describe('the scenario it belongs to'),
  unit: z.string(),
  writer: z.string(),
};

/** A case that failed has no numbers at all: a fault of the grader is never a score of zero. */
export const caseRecordSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('graded'), ...place, finding: findingSchema }),
  z.strictObject({ status: z.literal('failed'), ...place, error: z.string() }),
]);
export type CaseRecord = z.infer<typeof caseRecordSchema>;
export type GradedCase = Extract<CaseRecord, { status: 'graded' }>;

export function emptyFinding(): Finding {
  return { shares: {}, tables: {}, broken: [], missed: [] };
}

/** Whether something holds, as a share of one case. */
export function holds(condition: boolean): [number, number] {
  return [condition ? 1 : 0, 1];
}
