import type { Mode } from './interview-event.ts';
import type { Level } from './level.ts';
import type { Scenario } from './scenario.ts';
import { type Section, sections } from './section.ts';

export {
  absenceAfterSeconds,
  countedSeconds,
  countWords,
  speakingSeconds,
  wordsPerMinute,
} from './spoken-time.ts';

const budgetMinutes: Record<Mode, number> = { typed: 25, spoken: 15 };

/** Seconds an interview has by default; typing takes longer than speaking. */
export function interviewBudgetSeconds(mode: Mode): number {
  return budgetMinutes[mode] * 60;
}

/**
 * The scenario's section targets scaled to the upper end of the level's own range, in whole seconds that add up to
 * it (largest remainder).
 */
export function sectionBudgets(scenario: Scenario, level: Level): { section: Section; seconds: number }[] {
  const total = scenario.levels[level].target_seconds[1];
  const sum = sections.reduce((seconds, section) => seconds + scenario.sections[section].target_seconds, 0);
  const exact = sections.map((section) => (scenario.sections[section].target_seconds * total) / sum);
  const short = total - exact.reduce((seconds, value) => seconds + Math.floor(value), 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, short).map(({ index }) => index));
  return sections.map((section, index) => ({
    section,
    seconds: Math.floor(exact[index] ?? 0) + (raised.has(index) ? 1 : 0),
  }));
}
