import { rankOf } from '#evals/training/grade-unseen.ts';
import { findScenario } from '#lib/content/library.ts';
import { levels } from '#lib/domain/level.ts';
import { type Criterion, criteriaOf } from '#lib/domain/rubric.ts';
import { type Grade, type GradeInput, gradeAnswer } from '#lib/services/grade-answers.ts';
import type { Finding } from './finding.ts';
import type { Grader } from './graders.ts';

/** Grades by the function behind `npm run grade`, and says what of its contract the grade breaks. */
export async function gradeChecked(
  grader: Grader,
  input: GradeInput,
): Promise<{ grade: Grade; broken: string[] }> {
  const grade = await gradeAnswer({ context: grader, input });
  const { principle } = findScenario(grader.library, input.question);
  return { grade, broken: brokenInGrade(grade, input, criteriaOf(principle)) };
}

/**
 * What must hold of every grade whatever the grader thinks of the answer (DESIGN sections 4 and 5): each criterion of
 * the question and no other, every score of 1 or more with quotes, every quote verbatim at its place, no vote above
 * that of a lower level, a rating for every reply.
 */
export function brokenInGrade(
  { scores, evidence, verdict, flags, probe_first, followups }: Grade,
  { answer, followups: asked }: GradeInput,
  criteria: readonly Criterion[],
): string[] {
  const broken: string[] = [];
  const named = Object.keys(scores).sort().join(' ');
  if (named !== [...criteria].sort().join(' ')) broken.push(`scores of other criteria: ${named}`);
  for (const criterion of criteria) {
    const quotes = evidence[criterion] ?? [];
    for (const { quote, start, end } of quotes)
      if (quote === '' || answer.slice(start, end) !== quote)
        broken.push(`${criterion}: a quote does not stand in the answer: ${JSON.stringify(quote)}`);
    if ((scores[criterion] ?? 0) > 0 && quotes.length === 0)
      broken.push(`${criterion}: a score without a quote`);
  }
  const ranks = levels.map((level) => rankOf(verdict[level], flags) ?? 0);
  if (ranks.some((rank, at) => at > 0 && rank > (ranks[at - 1] ?? 0)))
    broken.push(`votes rise with the level: ${levels.map((level) => verdict[level]).join(', ')}`);
  const unread = flags.includes('no_story') || flags.includes('unsupported_language');
  if (unread && levels.some((level) => verdict[level] !== 'not_enough_evidence'))
    broken.push('a vote on an answer that tells no story, or none that can be read');
  if (!criteria.includes(probe_first)) broken.push(`probe_first is of another question: ${probe_first}`);
  if (followups.length !== asked.length) broken.push('not every reply has its place in the ratings');
  return broken;
}

/** What a reader wants to see of a grade when it changes. */
export function shownGrade({
  verdict,
  scores,
  evidence,
}: Grade): Pick<Finding, 'votes' | 'scores' | 'quotes'> {
  return {
    votes: verdict,
    scores,
    quotes: Object.fromEntries(
      Object.entries(evidence).flatMap(([criterion, quotes]) =>
        quotes[0] ? [[criterion, quotes[0].quote]] : [],
      ),
    ),
  };
}

/** Scores added up, a withheld one as 0: one number to put answers in order by. */
export function scoreSum(scores: Grade['scores']): number {
  return Object.values(scores).reduce<number>((sum, score) => sum + (score ?? 0), 0);
}
