import { z } from 'zod';
import type { Flag } from './assessment.ts';
import { type Level, levels } from './level.ts';
import { type Criterion, criteriaOf, type PractisedPrinciple } from './rubric.ts';
import { type ExpectedScores, steps, verdictTermNames, verdictTerms } from './verdict-features.ts';
import { type VerdictWeights, verdictWeights } from './verdict-weights.ts';

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

/**
 * How far from a boundary, in logits, a vote counts as leaning: the fitted model gives the other side at least 32 %
 * there, 1 / (1 + e^0.75). On the gold scores of evals/data (2280 votes) a leaning vote is the raters' in 60 %, any
 * other in 89 %.
 */
const leaningWithin = 0.75;

interface Standing {
  verdict: Verdict;
  /** Logits to the nearest boundary of the level that decided. */
  distance: number;
}

/**
 * The vote from scores alone: monotone (a higher score never lowers it) and never higher for a higher level.
 * In: expected scores 0-3, real numbers; a missing criterion counts as 0. Numbers and their source: verdict-weights.ts.
 */
export function verdict(
  expected: ExpectedScores,
  principle: PractisedPrinciple,
  level: Level,
  fitted: VerdictWeights = verdictWeights,
): Verdict {
  return standing(expected, principle, level, fitted).verdict;
}

/** What the vote leans on, in logits: higher is better. Grows with every expected score. */
export function verdictLatent(
  expected: ExpectedScores,
  principle: PractisedPrinciple,
  level: Level,
  fitted: VerdictWeights = verdictWeights,
): number {
  const weights = fitted.weights[level];
  const terms = verdictTerms(expected, principle);
  return verdictTermNames.reduce((sum, term, index) => {
    const reached = steps(terms[index] ?? 0);
    return sum + weights[term].reduce((part, weight, at) => part + weight * (reached[at] ?? 0), 0);
  }, 0);
}

/**
 * Strong hire means that nothing important is missing (evals/data/RUBRIC.md): an answer of which two statements cannot
 * both be true is at most a hire.
 */
export function atMost(voted: Verdict, flags: readonly Flag[]): Verdict {
  return voted === 'strong_hire' && flags.includes('contradiction') ? 'hire' : voted;
}

/**
 * The vote with its gate: without a story, or in a language that cannot be read, there is not enough evidence, never a
 * confident no; what contradicts itself is no strong hire. `withheld` are criteria whose score found no evidence: they count as 0 and make the vote leaning.
 */
export function vote({
  expected,
  flags,
  principle,
  level,
  withheld = [],
  fitted = verdictWeights,
}: {
  expected: ExpectedScores;
  flags: readonly Flag[];
  principle: PractisedPrinciple;
  level: Level;
  withheld?: readonly Criterion[];
  /** other numbers than the product's: for evaluations that must not have seen the answer */
  fitted?: VerdictWeights;
}): { vote: Vote; leaning: boolean } {
  if (flags.includes('no_story') || flags.includes('unsupported_language')) {
    return { vote: 'not_enough_evidence', leaning: false };
  }
  const counted = Object.fromEntries(
    Object.entries(expected).filter(([id]) => !withheld.some((other) => other === id)),
  );
  const { verdict: voted, distance } = standing(counted, principle, level, fitted);
  const missing = criteriaOf(principle).some((criterion) => withheld.includes(criterion));
  return { vote: atMost(voted, flags), leaning: missing || distance < leaningWithin };
}

/** A level's vote is the lowest of its own and of every lower level's: sde1 >= sde2 >= senior by construction. */
function standing(
  expected: ExpectedScores,
  principle: PractisedPrinciple,
  level: Level,
  fitted: VerdictWeights,
): Standing {
  return levels.slice(0, levels.indexOf(level) + 1).reduce<Standing>(
    (lowest, each) => {
      const latent = verdictLatent(expected, principle, each, fitted);
      const thresholds = fitted.thresholds[each];
      const own: Standing = {
        verdict: verdicts[thresholds.filter((threshold) => latent >= threshold).length] ?? 'strong_no_hire',
        distance: Math.min(...thresholds.map((threshold) => Math.abs(latent - threshold))),
      };
      return verdicts.indexOf(own.verdict) <= verdicts.indexOf(lowest.verdict) ? own : lowest;
    },
    { verdict: 'strong_hire', distance: Number.POSITIVE_INFINITY },
  );
}
