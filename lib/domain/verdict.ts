import { z } from 'zod';

/** Worst first. */
export const verdicts = ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

export const voteSchema = z.enum([...verdicts, 'not_enough_evidence']);
export type Vote = z.infer<typeof voteSchema>;

export const voteNames: Record<Vote, string> = {
  strong_no_hire: 'Strong No Hire',
  no_hire: 'No Hire',
  hire: 'Hire',
  strong_hire: 'Strong Hire',
  not_enough_evidence: 'Not enough evidence',
};
