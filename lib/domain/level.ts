import { z } from 'zod';

/** Lowest bar first; the verdict for a level is never above the verdict for the one before it. */
export const levels = ['sde1', 'sde2', 'senior'] as const;
export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;

export const levelNames: Record<Level, string> = { sde1: 'SDE1', sde2: 'SDE2', senior: 'Senior' };
