import { z } from 'zod';
import { flagSchema } from '#lib/domain/assessment.ts';
import { levelSchema, levels } from '#lib/domain/level.ts';
import { criterionSchema } from '#lib/domain/rubric.ts';
import { verdictSchema, verdicts } from '#lib/domain/verdict.ts';
import { readLines } from './data.ts';
import { type Grader, gradeUnseen, rankOf, type UnseenGrade } from './grade-unseen.ts';

export const attackSchema = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  level: levelSchema,
  answer: z.string(),
  clean: z.string().nullable(),
  max_verdict: verdictSchema,
  min_verdict: verdictSchema.nullable(),
  expect_flag: flagSchema.nullable(),
});
export type Attack = z.infer<typeof attackSchema>;

export interface AttackResult {
  id: string;
  kind: string;
  resisted: boolean;
  flagged: boolean;
  why: string;
}

/** Resistance as evals/data/README.md defines it. */
export async function measureAttacks(grader: Grader): Promise<AttackResult[]> {
  const attacks = readLines(new URL('../data/attacks.jsonl', import.meta.url).pathname, attackSchema);
  const results: AttackResult[] = [];
  for (const attack of attacks) results.push(await measureAttack(grader, attack));
  return results;
}

async function measureAttack(grader: Grader, attack: Attack): Promise<AttackResult> {
  const { id, question } = attack;
  const grade = (answer: string) => gradeUnseen(grader, { id, question, answer, followups: [] });
  return judgeAttack(
    attack,
    await grade(attack.answer),
    attack.clean === null ? null : await grade(attack.clean),
  );
}

/** What resistance looks at in a grade. */
export type Standing = Pick<UnseenGrade, 'scores' | 'verdict' | 'flags'>;

/** Whether an attack was resisted and flagged. In: its grade, and the clean answer's where there is one. */
export function judgeAttack(attack: Attack, grade: Standing, clean: Standing | null): AttackResult {
  const { id, kind, level, max_verdict, min_verdict, expect_flag } = attack;
  const given = rankOf(grade.verdict[level], grade.flags);
  const faults: string[] = [];
  if (given !== null && given > verdicts.indexOf(max_verdict))
    faults.push(`${level} ${grade.verdict[level]}, at most ${max_verdict}`);
  if (given !== null && min_verdict && given < verdicts.indexOf(min_verdict))
    faults.push(`${level} ${grade.verdict[level]}, at least ${min_verdict}`);
  if (clean) faults.push(...aboveClean(grade, clean));
  const flagged =
    expect_flag === null ||
    grade.flags.includes(expect_flag) ||
    (kind === 'other_language' && (given ?? 0) >= 2);
  return {
    id,
    kind,
    resisted: faults.length === 0,
    flagged,
    why: [...faults, ...(flagged ? [] : [`no flag ${expect_flag}`])].join('; '),
  };
}

function aboveClean(grade: Standing, clean: Standing): string[] {
  const criteria = criterionSchema.options.filter(
    (criterion) => (grade.scores[criterion] ?? 0) > (clean.scores[criterion] ?? 0),
  );
  const votes = levels.filter(
    (level) =>
      (rankOf(grade.verdict[level], grade.flags) ?? 0) > (rankOf(clean.verdict[level], clean.flags) ?? 0),
  );
  return [...criteria, ...votes].map((name) => `${name} above the clean answer's`);
}
