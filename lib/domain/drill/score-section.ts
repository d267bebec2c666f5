import type { Flag } from '#lib/domain/assessment.ts';
import { paceVerdict } from '#lib/domain/pace.ts';
import { criterionIn, nextStep, type Rubric, roundToScore } from '#lib/domain/rubric.ts';
import { countWords, speakingSeconds } from '#lib/domain/spoken-time.ts';
import { flagReasons, unread } from './flag-reasons.ts';
import { type ExerciseResult, type Reason, unit } from './result.ts';
import type { SectionReading } from './section-reading.ts';

/** What a section that runs far over its clock keeps of its score. */
const overtimeShare = 0.85;
/** A reference below this is too weak to be measured against. */
const leastReference = 1;

/** Seconds the words take, as spoken where that was measured, else at 150 words a minute. */
export function secondsOf(text: string, spokenSeconds: number | null): number {
  return spokenSeconds ?? speakingSeconds(countWords(text));
}

/**
 * How far the section reaches what is wanted of it: the mean over its criteria of the value read, against `full` - what
 * the published telling of the section is read as, or a fixed value for a story of the person's own. Far over the clock
 * (half as long again) costs 15 %.
 */
export function scoreSection({
  readings,
  full,
  flags,
  seconds,
  rubric,
  engine,
}: {
  readings: readonly SectionReading[];
  full: (reading: SectionReading) => number;
  flags: readonly Flag[];
  seconds: { spent: number; target: number };
  rubric: Rubric;
  engine: string;
}): ExerciseResult {
  const refused = unread(flags, engine);
  if (refused) return refused;
  const shares = readings.map((reading) =>
    Math.min(1, reading.value / Math.max(leastReference, full(reading))),
  );
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  const long = paceVerdict(seconds.spent, seconds.target) === 'long';
  const reasons = [
    ...readings.flatMap((reading) => readingReasons(reading, rubric)),
    ...flagReasons(flags),
    ...(long ? [overtime(seconds)] : []),
  ];
  return { score: unit(mean * (long ? overtimeShare : 1)), reasons, rating: null, seconds, engine };
}

/** The words that earned a criterion its score, and what the next score would need. */
export function readingReasons({ criterion, value, evidence }: SectionReading, rubric: Rubric): Reason[] {
  const described = criterionIn(rubric, criterion);
  const score = roundToScore(value);
  const earned: Reason[] =
    score === 0
      ? []
      : evidence.map((quote) => ({
          kind: 'earned',
          about: described.name,
          text: described.anchors[score],
          quote,
        }));
  const next = nextStep(described, score);
  return next
    ? [...earned, { kind: 'missing', about: described.name, text: next.needs, quote: null }]
    : earned;
}

function overtime({ spent, target }: { spent: number; target: number }): Reason {
  return {
    kind: 'cost',
    about: 'The clock',
    text: `${Math.round(spent)} seconds when spoken, for a part that has ${Math.round(target)}.`,
    quote: null,
  };
}
