import type { Library } from '#lib/content/library.ts';
import type { Flag, Rating } from '#lib/domain/assessment.ts';
import { countedValue } from '#lib/domain/checked-assessment.ts';
import { gapOrder } from '#lib/domain/gap.ts';
import { type Level, levels } from '#lib/domain/level.ts';
import type { Criterion, Score } from '#lib/domain/rubric.ts';
import { type Vote, verdicts, vote } from '#lib/domain/verdict.ts';
import type { Engine } from '#lib/engines/engine.ts';
import { assessAnswer, type GradeInput } from '#lib/services/grade-answers.ts';
import type { Labelled } from './data.ts';
import type { DomainNumbers } from './fit-domain.ts';

type Quotes = Partial<Record<Criterion, { quote: string; start: number; end: number }[]>>;

/** A grade with what evaluations need beside what `grade` prints. */
export interface UnseenGrade {
  expected: Partial<Record<Criterion, number>>;
  scores: Partial<Record<Criterion, Score | null>>;
  quotes: Quotes;
  /** The words shown as speaking against a criterion. */
  against: Quotes;
  verdict: Record<Level, Vote>;
  probeFirst: Criterion | undefined;
  replies: (Rating | null)[];
  flags: Flag[];
}

export interface Grader {
  engine: Engine;
  library: Library;
  numbers: DomainNumbers;
}

/** A labelled answer, graded by the model of the fold that its writer is in. */
export interface Unseen {
  labelled: Labelled;
  fold: number;
  grade: UnseenGrade;
}

/** Grades as `npm run grade` does, with the vote and the gaps by the numbers of a fold. */
export async function gradeUnseen(
  { engine, library, numbers }: Grader,
  input: GradeInput,
): Promise<UnseenGrade> {
  const {
    assessment,
    scenario: { principle },
  } = await assessAnswer({ context: { engine, library }, input });
  const expected = Object.fromEntries(
    assessment.criteria.map((entry) => [entry.criterion, countedValue(entry)]),
  );
  const { flags } = assessment;
  const votes = levels.map((level) => [
    level,
    vote({ expected, flags, principle, level, fitted: numbers.verdict }).vote,
  ]);
  return {
    expected,
    scores: Object.fromEntries(assessment.criteria.map(({ criterion, score }) => [criterion, score])),
    quotes: Object.fromEntries(assessment.criteria.map(({ criterion, evidence }) => [criterion, evidence])),
    against: Object.fromEntries(
      assessment.criteria.flatMap(({ criterion, against }) => (against ? [[criterion, against]] : [])),
    ),
    verdict: Object.fromEntries(votes) as Record<Level, Vote>,
    probeFirst: gapOrder(expected, principle, 'sde2', numbers.gap)[0],
    replies: input.followups.map(
      (_, index) => assessment.replies.find(({ turnId }) => turnId === `reply-${index}`)?.rating ?? null,
    ),
    flags,
  };
}

/** A vote as a number 0-3; no story counts as the lowest, a language that cannot be read is left out (null). */
export function rankOf(voted: Vote, flags: readonly Flag[]): number | null {
  if (voted !== 'not_enough_evidence') return verdicts.indexOf(voted);
  return flags.includes('unsupported_language') ? null : 0;
}
