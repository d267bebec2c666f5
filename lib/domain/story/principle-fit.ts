import type { Assessment } from '#lib/domain/assessment.ts';
import { countedValue } from '#lib/domain/checked-assessment.ts';
import type { Level } from '#lib/domain/level.ts';
import { levelVotes } from '#lib/domain/level-votes.ts';
import { type Principle, principleNames } from '#lib/domain/principle.ts';
import {
  type Criterion,
  commonCriteria,
  criterionIn,
  isLabelled,
  nextStep,
  ownCriteria,
  type Rubric,
  roundToScore,
  type Score,
} from '#lib/domain/rubric.ts';
import type { Vote } from '#lib/domain/verdict.ts';

/** How a story stands on one criterion, and what its words would need to reach the next score. */
export interface CriterionFit {
  criterion: Criterion;
  name: string;
  /** null: withheld, because no words were found for it. */
  score: Score | null;
  /** The words it rests on, verbatim. */
  quote: string | null;
  needs: string | null;
  /** What the bar raiser listens for: what one can hold the story against oneself. */
  looksFor: string;
  /** Whether rated answers stand behind it; without them there is no score. */
  validated: boolean;
}

/**
 * carries: both criteria of the principle's own are solid · part: one is, or both are hinted at · no: neither ·
 * unknown: no rated answers stand behind its criteria. There the grader's best guess tells strong stories from weak ones
 * but not one principle from another (the published stories of 12 such principles: their own ranked anywhere from first
 * to last, mean 6.5 of 12, n = 24), so that nothing is suggested.
 */
export interface PrincipleFit {
  principle: Principle;
  name: string;
  fit: 'carries' | 'part' | 'no' | 'unknown';
  /** Mean of the two own criteria's expected scores, 0-3: what the fits are ordered by; null where it is unknown. */
  strength: number | null;
  own: CriterionFit[];
  votes: Record<Level, Vote> | null;
}

/** Whether the grader can tell how a story fits this principle. */
export function canTellFit(principle: Principle): boolean {
  return ownCriteria[principle].every(isLabelled);
}

/**
 * What a story's text shows of one principle. In: the assessment of its text for a question of that principle; null for
 * a principle whose fit cannot be told.
 */
export function principleFit(
  assessment: Assessment | null,
  principle: Principle,
  rubric: Rubric,
): PrincipleFit {
  const own = ownCriteria[principle].map((criterion) => criterionFit(assessment, criterion, rubric));
  const named = { principle, name: principleNames[principle] };
  if (!assessment || !canTellFit(principle))
    return { ...named, fit: 'unknown', strength: null, own, votes: null };
  const votes = levelVotes(assessment.criteria, assessment.flags, principle);
  return {
    ...named,
    fit: fitOf(own.map(({ score }) => score ?? 0)),
    strength: own.reduce((sum, { criterion }) => sum + expectedIn(assessment, criterion), 0) / own.length,
    own,
    votes: { sde1: votes.sde1.vote, sde2: votes.sde2.vote, senior: votes.senior.vote },
  };
}

/** What every interviewer listens for, whatever the principle. */
export function commonFit(assessment: Assessment, rubric: Rubric): CriterionFit[] {
  return commonCriteria.map((criterion) => criterionFit(assessment, criterion, rubric));
}

function fitOf(scores: readonly number[]): PrincipleFit['fit'] {
  if (scores.every((score) => score >= 2)) return 'carries';
  return scores.some((score) => score >= 2) || scores.every((score) => score >= 1) ? 'part' : 'no';
}

function criterionFit(assessment: Assessment | null, criterion: Criterion, rubric: Rubric): CriterionFit {
  const described = criterionIn(rubric, criterion);
  const known = { criterion, name: described.name, looksFor: described.looks_for };
  if (!assessment || !isLabelled(criterion))
    return { ...known, score: null, quote: null, needs: null, validated: false };
  const entry = assessment.criteria.find((each) => each.criterion === criterion);
  const expected = expectedIn(assessment, criterion);
  return {
    ...known,
    score: entry?.score ?? null,
    quote: entry?.evidence[0]?.quote ?? null,
    needs: nextStep(described, roundToScore(expected))?.needs ?? null,
    validated: true,
  };
}

function expectedIn({ criteria }: Assessment, asked: Criterion): number {
  const entry = criteria.find(({ criterion }) => criterion === asked);
  return entry ? countedValue(entry) : 0;
}
