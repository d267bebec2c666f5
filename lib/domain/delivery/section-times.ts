import { countWords, speakingSeconds } from '#lib/domain/clock.ts';
import type { Evidence } from '#lib/domain/evidence.ts';
import { paceVerdict } from '#lib/domain/pace.ts';
import type { SectionPace } from '#lib/domain/report-schema.ts';
import { alignWords, type TimedWord } from './align-words.ts';
import type { SpokenWord } from './spoken-word.ts';

/** A section of the story with the time it took. `measured`: by the times of its words; else at 150 words a minute. */
export interface SectionTime extends SectionPace {
  measured: boolean;
}

/** A span is measured when at least this share of its words has times. */
const enough = 0.6;

/**
 * How long each section of the main answer took. Each span of it runs from its first word that was heard to the end of
 * its last; the silence before the next section counts to neither. A section that was mostly typed has no measure.
 */
export function sectionTimes(
  sections: readonly SectionPace[],
  answer: { text: string; words: readonly SpokenWord[] | null },
): SectionTime[] {
  const timed = answer.words ? alignWords(answer.text, answer.words) : [];
  return sections.map((section) => {
    const spans = section.spans.map((span) => spanSeconds(span, timed));
    const measured = spans.length > 0 && spans.every((seconds) => seconds !== null);
    const seconds = measured
      ? spans.reduce<number>((sum, value) => sum + (value ?? 0), 0)
      : speakingSeconds(section.spans.reduce((sum, { quote }) => sum + countWords(quote), 0));
    return { ...section, seconds, measured, verdict: paceVerdict(seconds, section.targetSeconds) };
  });
}

function spanSeconds({ start, end }: Evidence, timed: readonly TimedWord[]): number | null {
  const within = timed.filter((word) => word.start >= start && word.end <= end);
  const times = within.flatMap(({ time }) => (time ? [time] : []));
  if (within.length === 0 || times.length < within.length * enough) return null;
  return Math.max(...times.map((time) => time.end)) - Math.min(...times.map((time) => time.start));
}
