import type { Scenario } from '#lib/domain/scenario.ts';
import type { Section } from '#lib/domain/section.ts';
import type { Exercise } from './exercise.ts';

/** Seconds to read a task and get going; measured on none, chosen so that four or five exercises make five minutes. */
export const settleSeconds = 20;

/** Telling one section against its clock, held against the scenario's; `present` is what the person has of it already. */
export function sectionExercise(
  common: Pick<Exercise, 'id' | 'principle' | 'question' | 'scenarioId' | 'story'>,
  scenario: Scenario,
  section: Section,
  present: string | null,
): Exercise {
  const { target_seconds: clockSeconds, strong, key_phrases, coaching, mistake } = scenario.sections[section];
  return {
    ...common,
    kind: 'section',
    targetSeconds: clockSeconds + settleSeconds,
    task: { section, clockSeconds, coaching: coaching.trim(), present },
    key: { strong: strong.trim(), keyPhrases: key_phrases, mistake: mistake.trim() },
  };
}
