import { z } from 'zod';

/** Where an exercise stands in the person's memory, as the scheduler keeps it (FSRS); times in milliseconds. */
export const cardSchema = z.strictObject({
  due: z.number().int(),
  stability: z.number(),
  difficulty: z.number(),
  scheduledDays: z.number(),
  reps: z.number().int(),
  lapses: z.number().int(),
  state: z.number().int().min(0).max(3),
  lastReview: z.number().int(),
});
export type Card = z.infer<typeof cardSchema>;

/** again: comes back first · hard, good, easy: later and later. */
export const recallGrades = ['again', 'hard', 'good', 'easy'] as const;
export type RecallGrade = (typeof recallGrades)[number];

/** How well an exercise went, for the scheduler. In: a result 0-1. Below half of what was wanted it comes back first. */
export function recallGrade(score: number): RecallGrade {
  if (score < 0.5) return 'again';
  if (score < 0.7) return 'hard';
  return score < 0.9 ? 'good' : 'easy';
}
