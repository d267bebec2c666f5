import type { Evidence } from './evidence.ts';

/**
 * The candidate's words about a criterion, what speaks against it and what it rests on by turns, at most so many. A score
 * of 2 or 3 has nothing against it. In: an assessment or a report of one criterion, with checked quotes.
 */
export function wordsAbout(
  { against = [], evidence }: { against?: readonly Evidence[] | undefined; evidence: readonly Evidence[] },
  most: number,
): Evidence[] {
  const turns = Math.max(against.length, evidence.length);
  return Array.from({ length: turns }, (_, at) => [against[at], evidence[at]])
    .flat()
    .filter((quote) => quote !== undefined)
    .slice(0, most);
}
