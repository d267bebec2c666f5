import type { CriterionAssessment } from '#lib/domain/assessment.ts';
import { type Criterion, type Score, scores } from '#lib/domain/rubric.ts';
import type { RawGrade } from './grading-schema.ts';
import { locateQuotes, type QuotedTurn } from './quotes.ts';

/** Samples that lie this far apart do not agree; one score apart is how close readers of the benchmark are. */
const uncertainFrom = 2;

/**
 * Several grades of one criterion as one. The score is their median (of an even number the lower middle one), the
 * expected value their mean, kept within what rounds to that score. Quotes come from the samples that gave the score
 * first. Without any that stands in the turn a score of 1 or more is withheld.
 */
export function mergeSamples(
  criterion: Criterion,
  samples: readonly RawGrade[],
  turn: QuotedTurn,
): CriterionAssessment {
  const given = samples.map(({ score }) => score).toSorted((a, b) => a - b);
  const score = medianOf(given);
  const mean = given.reduce<number>((sum, value) => sum + value, 0) / given.length;
  const expected = Math.min(Math.max(mean, score - 0.5), score + 0.49);
  const entry = { criterion, expected, ...(spread(given) >= uncertainFrom ? { uncertain: true } : {}) };
  if (score === 0) return { ...entry, score, evidence: [] };
  const agreeing = samples.toSorted((a, b) => Math.abs(a.score - score) - Math.abs(b.score - score));
  const evidence = locateQuotes(
    agreeing.flatMap((sample) => (sample.score > 0 ? sample.evidence : [])),
    turn,
  );
  return { ...entry, score: evidence.length > 0 ? score : null, evidence };
}

function medianOf(sorted: readonly Score[]): Score {
  return sorted[(sorted.length - 1) >> 1] ?? scores[0];
}

function spread(sorted: readonly Score[]): number {
  return (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
}
