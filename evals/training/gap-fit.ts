import type { GapWeights } from '#lib/domain/gap-weights.ts';
import { type Criterion, labelledCriteria } from '#lib/domain/rubric.ts';
import { steps } from '#lib/domain/verdict-features.ts';
import { minimize } from './adam.ts';

export interface GapExample {
  scores: Partial<Record<Criterion, number>>;
  /** what the raters would have asked about first */
  chosen: readonly Criterion[];
}

const penalty = 0.3;
const iterations = 300;
const criteria = labelledCriteria;

/**
 * Fits what a bar raiser asks about first: a conditional logit (McFadden 1974) over the ten criteria of an answer, each
 * with a base and what every missing step from 0 to 3 adds. A fourth number a criterion, for each.
 */
export function fitGap(examples: readonly GapExample[]): GapWeights {
  const rows = examples.map(({ scores, chosen }) => {
    const present = criteria.filter((criterion) => scores[criterion] !== undefined);
    return {
      candidates: present.map((criterion) => ({
        base: 4 * criteria.indexOf(criterion),
        missing: steps(scores[criterion] ?? 0).map((reached) => 1 - reached),
        share: chosen.includes(criterion) ? 1 / chosen.length : 0,
      })),
    };
  });
  const fitted = minimize(
    new Float64Array(4 * criteria.length),
    (parameters, slope) => {
      for (let at = 0; at < parameters.length; at += 1) slope[at] = penalty * (parameters[at] as number);
      for (const { candidates } of rows) {
        const utilities = candidates.map(({ base, missing }) =>
          missing.reduce(
            (sum, step, at) => sum + step * (parameters[base + 1 + at] as number),
            parameters[base] as number,
          ),
        );
        const highest = Math.max(...utilities);
        const shares = utilities.map((utility) => Math.exp(utility - highest));
        const total = shares.reduce((sum, share) => sum + share, 0);
        candidates.forEach(({ base, missing, share }, index) => {
          const error = (shares[index] ?? 0) / total - share;
          slope[base] = (slope[base] as number) + error;
          missing.forEach((step, at) => {
            slope[base + 1 + at] = (slope[base + 1 + at] as number) + error * step;
          });
        });
      }
    },
    { iterations, rate: 0.1 },
  );
  const rounded = Array.from(fitted, (value) => Math.round(value * 1000) / 1000);
  return Object.fromEntries(
    criteria.map((criterion, at) => [criterion, rounded.slice(4 * at, 4 * at + 4)]),
  ) as GapWeights;
}
