import type { Flag, ReplyAssessment } from '#lib/domain/assessment.ts';
import { countedValue } from '#lib/domain/checked-assessment.ts';
import type { Rubric } from '#lib/domain/rubric.ts';
import { flagReasons, otherLanguage } from './flag-reasons.ts';
import { type ExerciseResult, type Reason, unit } from './result.ts';
import { readingReasons } from './score-section.ts';

/**
 * A reply's rating as a result: weak 0, mixed 0.5, strong 1. The reasons are the words that decided the rating, what was
 * evaded or disowned, and what each criterion the question aims at still needs.
 * In: how the engine read the reply; without a rating it could not read its language.
 */
export function scoreProbe(
  reply: ReplyAssessment | null,
  flags: readonly Flag[],
  rubric: Rubric,
  engine: string,
): ExerciseResult {
  if (!reply || reply.rating === null) return otherLanguage(engine);
  const { rating } = reply;
  const decided: Reason[] = reply.evidence.map(({ quote, start, end }) => ({
    kind: rating === 0 ? 'cost' : 'earned',
    about: rating === 0 ? 'What weighed against it' : 'What carried it',
    text: decisive[rating],
    quote: { quote, start, end },
  }));
  const aimed = reply.criteria.flatMap((entry) =>
    readingReasons({ criterion: entry.criterion, value: countedValue(entry), evidence: [] }, rubric),
  );
  const signals: Reason[] = [
    ...(reply.refused ? [evaded] : []),
    ...(reply.disowns ? [disowned] : []),
    ...flagReasons(flags),
  ];
  return {
    score: unit(rating / 2),
    reasons: [...decided, ...signals, ...aimed],
    rating,
    seconds: null,
    engine,
  };
}

const decisive = {
  0: 'The question stays open after these words.',
  1: 'On the point, but thin.',
  2: 'On the point, and specific to the story.',
} as const;

const evaded: Reason = {
  kind: 'cost',
  about: 'Not answered',
  text: 'The reply declines or says nothing.',
  quote: null,
};
const disowned: Reason = {
  kind: 'cost',
  about: 'Handed away',
  text: 'The reply says that the work was not yours.',
  quote: null,
};
