import { foldedLine, foldedWords } from './fold-text.ts';
import { type Principle, principleNames } from './principle.ts';
import type { Scenario } from './scenario.ts';
import { sections } from './section.ts';
import { type Topic, topicNames } from './topic.ts';

export interface ScenarioFilter {
  /** words, each of which must stand somewhere in the scenario; any case; empty for all */
  words?: string | undefined;
  principle?: Principle | undefined;
  topic?: Topic | undefined;
}

interface Place {
  /** folded words between single spaces */
  line: string;
  weight: number;
}

const placesByScenario = new WeakMap<Scenario, Place[]>();

/**
 * The scenarios that a filter lets through, the best match first; without words in the order they came. A word
 * matches where it begins a word of the text: "bill" finds "billing", "ill" does not.
 */
export function searchScenarios(scenarios: readonly Scenario[], filter: ScenarioFilter): Scenario[] {
  const words = foldedWords(filter.words ?? '');
  return scenarios
    .filter(({ principle }) => filter.principle === undefined || principle === filter.principle)
    .filter(({ topics }) => filter.topic === undefined || topics.includes(filter.topic))
    .map((scenario) => ({ scenario, weight: weightOf(scenario, words) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ scenario }) => scenario);
}

/** The sum over the words of the heaviest place each stands in; 0 as soon as one stands nowhere; 1 without words. */
function weightOf(scenario: Scenario, words: readonly string[]): number {
  if (words.length === 0) return 1;
  const places = placesOf(scenario);
  const found = words.map((word) =>
    Math.max(0, ...places.filter(({ line }) => line.includes(` ${word}`)).map(({ weight }) => weight)),
  );
  return found.includes(0) ? 0 : found.reduce((sum, weight) => sum + weight, 0);
}

/** Where a word may stand, and what it weighs there: the question tells most of what a scenario is about. */
function placesOf(scenario: Scenario): Place[] {
  const known = placesByScenario.get(scenario);
  if (known) return known;
  const { question, principle, topics, overview, takeaways } = scenario;
  const place = (weight: number, texts: readonly string[]) => ({
    line: ` ${foldedLine(texts.join(' '))}`,
    weight,
  });
  const places = [
    place(4, [question, principleNames[principle], ...topics.map((topic) => topicNames[topic])]),
    place(2, [overview, ...takeaways]),
    place(1, [
      ...sections.map((section) => scenario.sections[section].strong),
      ...scenario.follow_ups.map((followUp) => followUp.question),
    ]),
  ];
  placesByScenario.set(scenario, places);
  return places;
}
