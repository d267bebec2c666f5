import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CandidateTurn } from '#lib/domain/transcript.ts';

const rowSchema = z.object({
  id: z.string(),
  question: z.string(),
  answer: z.string(),
  kind: z.string().optional(),
  followups: z
    .array(z.object({ probe: z.string(), reply: z.string(), rating: z.number().optional() }))
    .default([]),
});
export type BenchRow = z.infer<typeof rowSchema>;

/** The answers of one file of evals/data, with their replies. */
export function benchRows(file: 'dev' | 'train' | 'attacks'): BenchRow[] {
  const path = new URL(`../../evals/data/${file}.jsonl`, import.meta.url);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

export function candidateTurn(
  id: string,
  text: string,
  role: CandidateTurn['role'] = 'reply',
): CandidateTurn {
  return { speaker: 'candidate', id, text, at: 0, spokenSeconds: null, role, repliesTo: 'b' };
}

/** The answer and its replies as the candidate's turns. */
export function turnsOf(row: BenchRow): CandidateTurn[] {
  return [
    candidateTurn('a', row.answer, 'answer'),
    ...row.followups.map(({ reply }, index) => candidateTurn(`r${index}`, reply)),
  ];
}
