import type { Assessment, CriterionAssessment, Rating } from '#lib/domain/assessment.ts';
import { roundToScore } from '#lib/domain/rubric.ts';
import type { Engine } from '#lib/engines/engine.ts';

/** How much a grader wanders between readings of the same answer. */
export interface Noise {
  /** Standard deviation of an expected score, in score points. */
  scores: number;
  /** The share of replies rated one step otherwise. */
  replies: number;
}

/**
 * A grader that does not say the same twice, made of one that does: what it expects wanders by normal noise, its ratings
 * of replies by a step now and then. The readings below it are kept, so that a hundred runs cost little more than one.
 */
export function createNoisyEngine(
  engine: Engine,
  noise: Noise,
  random: () => number,
  kept: Map<string, Assessment>,
): Engine {
  return {
    ...engine,
    assess: async (transcript, scenario, options) => {
      const key = `${scenario.id}\n${transcript.map(({ text }) => text).join('\n')}`;
      const read = kept.get(key) ?? (await engine.assess(transcript, scenario, options));
      kept.set(key, read);
      return {
        ...read,
        criteria: read.criteria.map((entry) => wander(entry, noise.scores * normal(random))),
        replies: read.replies.map((reply) => ({
          ...reply,
          rating: reply.rating === null ? null : ratingNear(reply.rating, noise.replies, random),
        })),
      };
    },
  };
}

function wander(entry: CriterionAssessment, by: number): CriterionAssessment {
  // Without a story, or without words to show, there is nothing a reading could waver about.
  if (entry.evidence.length === 0) return entry;
  const expected = Math.min(3, Math.max(0, entry.expected + by));
  return { ...entry, expected, score: roundToScore(expected) };
}

function ratingNear(rating: Rating, share: number, random: () => number): Rating {
  if (random() >= share) return rating;
  return rating === 1 ? (random() < 0.5 ? 0 : 2) : 1;
}

/** Box and Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
