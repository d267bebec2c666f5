import { findScenario } from '#lib/content/library.ts';
import { sectionBudgets } from '#lib/domain/clock.ts';
import type { Level } from '#lib/domain/level.ts';
import { principleNames } from '#lib/domain/principle.ts';
import { readingMinutes } from '#lib/domain/reading-time.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { type Section, sections } from '#lib/domain/section.ts';
import { countWords, speakingSeconds } from '#lib/domain/spoken-time.ts';
import type { StudyPart } from '#lib/domain/study-progress.ts';
import type { ServiceContext } from '../context.ts';
import { readParts } from './read-parts.ts';

export interface StudySection {
  section: Section;
  /** the example as told at this level */
  strong: string;
  keyPhrases: string[];
  coaching: string;
  mistake: string;
  /** how long the example takes to say, at 150 words a minute */
  seconds: number;
  targetSeconds: number;
}

export interface StudyScenario {
  scenario: Scenario;
  principleName: string;
  level: Level;
  sections: StudySection[];
  readingMinutes: number;
  /** the parts the owner has read */
  read: StudyPart[];
}

/**
 * A scenario as one studies it for a level: its sections with the level's own words and times.
 * @throws BarRaiserError `unknown_scenario`.
 */
export async function getScenario({
  context,
  input,
}: {
  context: Pick<ServiceContext, 'library' | 'database' | 'ownerId'>;
  input: { scenarioId: string; level: Level };
}): Promise<StudyScenario> {
  const scenario = findScenario(context.library, input.scenarioId);
  const budgets = sectionBudgets(scenario, input.level);
  return {
    scenario,
    principleName: principleNames[scenario.principle],
    level: input.level,
    readingMinutes: readingMinutes(scenario),
    read: (await readParts({ context })).get(scenario.id) ?? [],
    sections: sections.map((section) => {
      const { strong, by_level, key_phrases, coaching, mistake } = scenario.sections[section];
      const told = by_level?.[input.level] ?? strong;
      return {
        section,
        strong: told,
        keyPhrases: key_phrases,
        coaching,
        mistake,
        seconds: speakingSeconds(countWords(told)),
        targetSeconds: budgets.find((budget) => budget.section === section)?.seconds ?? 0,
      };
    }),
  };
}
