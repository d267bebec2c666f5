import type { Assessment } from './assessment.ts';
import { countWords, sectionBudgets, speakingSeconds } from './clock.ts';
import type { Level } from './level.ts';
import type { Pace, SectionPace } from './report-schema.ts';
import type { Scenario } from './scenario.ts';
import type { CandidateTurn } from './transcript.ts';

/** A section is short below half its budget and long above one and a half times. */
const shortBelow = 0.5;
const longAbove = 1.5;

/** Where a section stands against its budget, both in seconds. */
export function paceVerdict(seconds: number, targetSeconds: number): SectionPace['verdict'] {
  if (seconds === 0) return 'missing';
  if (seconds < targetSeconds * shortBelow) return 'short';
  return seconds > targetSeconds * longAbove ? 'long' : 'within';
}

/** How long each section of the main answer takes to say, from the words that were assigned to it, at 150 a minute. */
export function paceOf(
  answer: CandidateTurn,
  assessment: Assessment,
  scenario: Scenario,
  level: Level,
): Pace {
  const words = countWords(answer.text);
  return {
    sections: sectionBudgets(scenario, level).map(({ section, seconds: targetSeconds }) => {
      const spans = assessment.spans
        .filter((span) => span.section === section && span.turnId === answer.id)
        .map(({ section: _, ...evidence }) => evidence);
      const sectionWords = spans.reduce((sum, { quote }) => sum + countWords(quote), 0);
      const seconds = speakingSeconds(sectionWords);
      return {
        section,
        targetSeconds,
        words: sectionWords,
        seconds,
        verdict: paceVerdict(seconds, targetSeconds),
        spans,
      };
    }),
    words,
    seconds: speakingSeconds(words),
    targetSeconds: scenario.levels[level].target_seconds,
    spokenSeconds: answer.spokenSeconds,
  };
}
