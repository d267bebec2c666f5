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

/** Four-word run -> the scenarios that published it, by their place in the library. */
type Index = ReadonlyMap<string, readonly number[]>;
const indexes = new WeakMap<readonly Scenario[], Index>();

/** Whether an answer recites an example of the library: its sections, their level variants or the strong replies. */
export function matchesPublishedExample(text: string, library: readonly Scenario[]): boolean {
  const said = shingles(text);
  if (said.size < leastShingles) return false;
  const index = indexes.get(library) ?? indexOf(library);
  indexes.set(library, index);
  const found = library.map(() => 0);
  for (const shingle of said)
    for (const scenario of index.get(shingle) ?? []) found[scenario] = (found[scenario] ?? 0) + 1;
  return found.some((count) => count / said.size >= recitedShare);
}

function indexOf(library: readonly Scenario[]): Index {
  const index = new Map<string, number[]>();
  library.forEach((scenario, at) => {
    for (const shingle of shingles(publishedWords(scenario)))
      index.set(shingle, [...(index.get(shingle) ?? []), at]);
  });
  return index;
}

function publishedWords(scenario: Scenario): string {
  return [
    publishedExample(scenario),
    ...Object.values(scenario.sections).flatMap(({ by_level }) => Object.values(by_level ?? {})),
    ...scenario.follow_ups.map(({ strong }) => strong.reply),
  ].join('\n');
}
