import { publishedExample, type Scenario } from '#lib/domain/scenario.ts';
import { tokenize } from './tokens.ts';

const shingleLength = 4;

/** A share of the answer's four-word runs above this stands in a published example word for word. Unrelated answers of dev and train stay below 0.09. */
const recitedShare = 0.2;
const leastShingles = 12;

function shingles(text: string): Set<string> {
  const words = tokenize(text).map((token) => token.text);
  return new Set(
    words.slice(shingleLength - 1).map((_, at) => words.slice(at, at + shingleLength).join(' ')),
  );
}

const published = new WeakMap<Scenario, Set<string>>();

/** Whether an answer recites an example of the library: its sections, their level variants or the strong replies. */
export function matchesPublishedExample(text: string, library: readonly Scenario[]): boolean {
  return library.some((scenario) => exampleShare(text, scenario) >= recitedShare);
}

/** The share of the answer's four-word runs found in a scenario's published words, 0-1; 0 for a text too short to tell. */
export function exampleShare(text: string, scenario: Scenario): number {
  const said = shingles(text);
  if (said.size < leastShingles) return 0;
  const known = published.get(scenario) ?? shingles(publishedWords(scenario));
  published.set(scenario, known);
  return [...said].filter((shingle) => known.has(shingle)).length / said.size;
}

function publishedWords(scenario: Scenario): string {
  return [
    publishedExample(scenario),
    ...Object.values(scenario.sections).flatMap(({ by_level }) => Object.values(by_level ?? {})),
    ...scenario.follow_ups.map(({ strong }) => strong.reply),
  ].join('\n');
}
