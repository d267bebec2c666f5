import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';

/**
 * The closed list of facts a documented probe may presuppose. A fact is on the ledger only when the candidate said
 * so; a probe whose facts are missing is asked in its story-neutral form or not at all.
 */
export const factNames = [
  'decision_made',
  'decider',
  'other_team',
  'resistance',
  'own_proposal_lost',
  'own_proposal_won',
  'launched',
  'measured',
  'deadline',
  'assigned_by_manager',
  'colleagues_helped',
] as const;
export const factNameSchema = z.enum(factNames);
export type FactName = z.infer<typeof factNameSchema>;

export const factSchema = z.strictObject({
  name: factNameSchema,
  value: z
    .string()
    .nullable()
    .describe("the candidate's own noun for it, fit to stand in a question: 'the Platform team', 'your CTO'"),
  evidence: evidenceSchema,
});
export type Fact = z.infer<typeof factSchema>;
