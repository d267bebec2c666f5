import type { Assessment } from '#lib/domain/assessment.ts';
import type { Rubric } from '#lib/domain/rubric.ts';
import { flagReasons, unread } from './flag-reasons.ts';
import { numberParts } from './number-parts.ts';
import { type ExerciseResult, type Reason, unit } from './result.ts';
import { readingReasons } from './score-section.ts';
import { expectedOf } from './section-reading.ts';
import type { Stretch } from './voice.ts';

/** The change with its baseline, the time it took, and what the grader reads of measure and meaning. */
const shares = { change: 0.3, period: 0.15, metric: 0.3, impact: 0.25 } as const;
/** An expected score that counts as full: between solid and strong. */
const full = 2.5;

/** Whether a result is now measured: from what to what, over what time, and what that was worth to somebody. */
export function scoreNumbers(text: string, assessment: Assessment, rubric: Rubric): ExerciseResult {
  const { flags, engine } = assessment;
  const refused = unread(flags, engine);
  if (refused) return refused;
  const { changes, periods, figures, meanings } = numberParts(text);
  const [metric, impact] = [expectedOf(assessment, 'metric'), expectedOf(assessment, 'impact')];
  const score =
    shares.change * (changes.length > 0 ? 1 : 0) +
    shares.period * (periods.length > 0 ? 1 : 0) +
    shares.metric * Math.min(1, metric / full) +
    shares.impact * Math.min(1, impact / full);
  const reasons: Reason[] = [
    part(changes, 'The change', 'From what to what.', figures.length > 0 ? noBaseline : noFigure),
    part(periods, 'The time', 'Over what time.', 'Say how long it took, or over what time it was measured.'),
    part(
      meanings,
      'The meaning',
      'Who or what gained by it.',
      'Say what it meant to customers, money, time or risk.',
    ),
    ...readingReasons({ criterion: 'metric', value: metric, evidence: [] }, rubric),
    ...readingReasons({ criterion: 'impact', value: impact, evidence: [] }, rubric),
    ...flagReasons(flags),
  ];
  return { score: unit(score), reasons, rating: null, seconds: null, engine };
}

const noBaseline = 'There is a figure, but not where it started. Say from what to what.';
const noFigure = 'Nothing is measured yet. Say what it was before, and what it was after.';

function part(found: readonly Stretch[], about: string, there: string, missing: string): Reason {
  const [first] = found;
  return first
    ? { kind: 'earned', about, text: there, quote: first }
    : { kind: 'missing', about, text: missing, quote: null };
}
